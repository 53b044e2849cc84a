//! The wording of messages that several parts of the elaborator and the tactics give: that of Lean 4.

use crate::error::{Error, Piece};
use crate::meta::Meta;
use crate::pp::PpOptions;
use turnstile_kernel::{Expr, Name, Node};

/// Types longer than this stand on a line of their own.
const INLINE: usize = 30;

const INSTANCE_HINT: &str = "\n\nHint: Type class instance resolution failures can be inspected with the \
    `set_option trace.Meta.synthInstance true` command.";

const STUCK_HINT: &str = "\n\nHint: Adding type annotations and supplying implicit arguments to functions can give \
    Lean more information for typeclass resolution. For example, if you have a variable `x` that you intend to be a \
    `Nat`, but Lean reports it as having an unresolved type like `?m`, replacing `x` with `(x : Nat)` can get \
    typeclass resolution un-stuck.";

fn text(t: impl Into<String>) -> Piece {
    Piece::Text(t.into())
}

impl Meta {
    /// `Type mismatch`, with both types.
    #[must_use]
    pub fn type_mismatch(&self, e: Expr, given: Expr, expected: Expr) -> Error {
        self.error(vec![
            text("Type mismatch\n  "),
            Piece::Expr(e),
            text("\n"),
            Piece::HasTypeBut { given, expected },
        ])
    }

    /// `Application type mismatch` for the argument `arg` of `f`.
    #[must_use]
    pub fn app_type_mismatch(&self, f: Expr, arg: Expr, given: Expr, expected: Expr) -> Error {
        self.error(vec![
            text("Application type mismatch: The argument\n  "),
            Piece::Expr(arg),
            text("\n"),
            Piece::HasTypeBut { given, expected },
            text("\nin the application\n  "),
            Piece::Expr(self.st.app(f, arg)),
        ])
    }

    /// There is no instance of `class`.
    #[must_use]
    pub fn failed_to_synthesize(&self, class: Expr) -> Error {
        let mut pieces = vec![text("failed to synthesize instance of type class\n  "), Piece::Expr(class)];
        if let Some([ty, n, ..]) = self.st.app_of(class, "OfNat", 2).as_deref()
            && let Node::Nat(_) = self.st.node(*n)
        {
            pieces.extend([
                text("\nnumerals are polymorphic in Lean, but the numeral `"),
                Piece::Expr(*n),
                text("` cannot be used in a context where the expected type is\n  "),
                Piece::Expr(*ty),
                text("\ndue to the absence of the instance above"),
            ]);
        }
        pieces.push(text(INSTANCE_HINT));
        self.error(pieces)
    }

    /// The search for an instance of `class` cannot begin.
    #[must_use]
    pub fn stuck_instance(&self, class: Expr) -> Error {
        match self.stuck_note(class) {
            Some(note) => self.error(vec![
                text("typeclass instance problem is stuck\n  "),
                Piece::Expr(class),
                text(note),
                text(STUCK_HINT),
            ]),
            None => self.error(vec![
                text("typeclass instance problem is stuck, it is often due to metavariables\n  "),
                Piece::Expr(class),
            ]),
        }
    }

    /// Which arguments of `class` are not known.
    fn stuck_note(&self, class: Expr) -> Option<String> {
        const ORDINAL: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
        let (head, args) = self.st.unapp(class);
        let name = self.st.as_const(head)?.0;
        let out = self.env.ext.classes.get(&name).map(|c| c.out_params.clone()).unwrap_or_default();
        let open = |a: &Expr| self.head_mvar(self.instantiate(*a)).is_some();
        let stuck: Vec<usize> = (0..args.len()).filter(|i| !out.contains(i) && open(&args[*i])).collect();
        let whose = match (args.len(), &stuck[..]) {
            (_, []) => return None,
            (1, _) => "the type argument".to_owned(),
            (_, [i]) => format!("the {} type argument", ORDINAL.get(*i)?),
            (_, many) => {
                let words: Option<Vec<&str>> = many.iter().map(|i| ORDINAL.get(*i).copied()).collect();
                let words = words?;
                let (last, rest) = words.split_last()?;
                let list = if rest.len() == 1 { rest[0].to_owned() } else { format!("{},", rest.join(", ")) };
                format!("the {list} and {last} type arguments")
            }
        };
        let (are, these) = if stuck.len() == 1 {
            ("is a metavariable", "This argument")
        } else {
            ("are metavariables", "These arguments")
        };
        Some(format!(
            "\n\nNote: Lean will not try to resolve this typeclass instance problem because {whose} to `{}` {are}. \
             {these} must be fully determined before Lean will try to resolve the typeclass.",
            crate::command::visible_name(name)
        ))
    }

    /// `has type … but is expected to have type …`: with their sorts if those differ, and with as much detail as it
    /// takes to tell the two types apart.
    pub(crate) fn has_type_but(&mut self, given: Expr, expected: Expr) -> String {
        let (given, expected) = (self.instantiate(given), self.instantiate(expected));
        let base = self.pp_options.clone();
        let candidates = [
            base.clone(),
            PpOptions { explicit: true, ..base.clone() },
            PpOptions { universes: true, ..base.clone() },
            PpOptions { explicit: true, universes: true, notation: false, ..base.clone() },
        ];
        let mut shown = (self.pp_with(given, &base, 2), self.pp_with(expected, &base, 2));
        if shown.0 == shown.1 {
            for o in &candidates[1..] {
                let again = (self.pp_with(given, o, 2), self.pp_with(expected, o, 2));
                if again.0 != again.1 {
                    shown = again;
                    break;
                }
            }
        }
        match self.different_sorts(given, expected) {
            Some((a, b)) => format!(
                "has type\n  {}\nof sort `{a}` but is expected to have type\n  {}\nof sort `{b}`",
                shown.0, shown.1
            ),
            None => format!("has type\n  {}\nbut is expected to have type\n  {}", shown.0, shown.1),
        }
    }

    fn different_sorts(&mut self, a: Expr, b: Expr) -> Option<(String, String)> {
        let saved = self.save();
        let sorts = self.infer(a).and_then(|s| Ok((s, self.infer(b)?)));
        let same = match &sorts {
            Ok((s, t)) => self.is_def_eq(*s, *t).unwrap_or(true),
            Err(_) => true,
        };
        self.restore(&saved);
        let (s, t) = sorts.ok()?;
        (!same).then(|| (self.pp(s), self.pp(t)))
    }

    /// `` `T` `` after a blank, or `T` on a line of its own if it is long.
    pub(crate) fn inline(&mut self, e: Expr) -> String {
        let o = self.pp_options.clone();
        let t = self.pp_with(e, &o, 2);
        if t.chars().count() <= INLINE && !t.contains('\n') { format!(" `{t}`") } else { format!("\n  {t}") }
    }

    /// The text of a name that stands for a constant.
    #[must_use]
    pub fn unknown_constant(&self, n: Name) -> Error {
        Error::msg(format!("Unknown constant `{n}`"))
    }
}
