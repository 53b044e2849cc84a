//! `deriving`: instances made from the shape of a type, written as Lean text and elaborated like any other.

use super::definition::DefOutcome;
use crate::elab::Elab;
use crate::error::{Error, ErrorKind, Result};
use crate::meta::LocalContext;
use turnstile_kernel::{FVarId, InductiveVal, Level, Name, Node};
use turnstile_syntax::{CommandKind, Ident, Parser, Span};

/// A field of a constructor, as far as instances need to know it.
pub(super) struct Field {
    pub(super) is_proof: bool,
    /// It is a type.
    pub(super) is_type: bool,
    /// Its type is the inductive type itself.
    pub(super) recursive: bool,
    /// Its type depends on earlier fields, so that equations about it are heterogeneous.
    dependent: bool,
}

/// The shape of an inductive type.
pub(super) struct Shape {
    pub(super) name: Name,
    /// For each parameter, whether it is a type.
    params: Vec<bool>,
    pub(super) ctors: Vec<(Name, Vec<Field>)>,
}

/// Tables of pairs of constructors larger than this are not written out.
const MAX_PAIRS: usize = 2500;

impl Elab {
    /// Declares instances of `classes` for the inductive type `name`.
    ///
    /// # Errors
    /// When a class is unknown, or the instance does not exist.
    pub(crate) fn derive(&mut self, name: Name, classes: &[Ident]) -> Result<()> {
        for c in classes {
            let class = c.parts.last().map_or("", String::as_str);
            match class {
                "ToExpr" | "TypeName" => {
                    self.warn(c.span, format!("deriving '{}' is not supported yet", c.text()));
                }
                "SizeOf" => self.m.add_size_of(name)?,
                "DecidableEq" | "BEq" | "Inhabited" | "Nonempty" | "Repr" | "Ord" | "Hashable" => {
                    if !self.m.env.is_class(Name::new(class)) && class != "DecidableEq" {
                        return Err(self.text_error(c.span, format!("Unknown constant `{class}`")));
                    }
                    let shape = self.shape(name, c)?;
                    let text = match class {
                        "DecidableEq" => vec![decidable_eq(&shape)],
                        "BEq" => vec![beq(&shape)],
                        "Repr" => {
                            let fields = self.m.env.structure(name).map(|s| {
                                s.fields.iter().map(|f| f.name.to_string()).collect::<Vec<String>>()
                            });
                            vec![super::deriving_data::repr(&shape, fields.as_deref())]
                        }
                        "Ord" => vec![super::deriving_data::ord(&shape)],
                        "Hashable" => vec![super::deriving_data::hashable(&shape)],
                        "Nonempty" => inhabited(&shape, "Nonempty", "(Classical.choice inferInstance)"),
                        _ => inhabited(&shape, "Inhabited", "default"),
                    };
                    self.elab_first(&text, c)?;
                }
                _ => {
                    return Err(self.text_error(
                        c.span,
                        format!("No deriving handlers have been implemented for class `{}`", c.text()),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Declares instances of `classes` for the definition `name`: those of what it stands for.
    ///
    /// # Errors
    /// When it takes arguments, or what it stands for has no instance.
    pub(crate) fn derive_by_unfolding(&mut self, name: Name, classes: &[Ident]) -> Result<()> {
        for c in classes {
            let Some(value) = self.m.env.get(name).and_then(|k| k.value()) else { continue };
            if matches!(self.m.st.node(value), Node::Lam(..)) {
                return Err(self.unsupported(c.span, "deriving an instance for a definition with arguments"));
            }
            let class = c.text();
            let of = self.m.pp_script(value);
            let short = name.prefix().str(&format!(
                "inst{}{}",
                c.parts.last().map_or("", String::as_str),
                name.last_str()
            ));
            let text = format!(
                "@[instance] def _root_.{short} : {class} _root_.{name} := (inferInstance : {class} ({of}))"
            );
            self.elab_first(&[text], c)?;
        }
        Ok(())
    }

    fn shape(&mut self, name: Name, class: &Ident) -> Result<Shape> {
        let Some(v) = self.m.inductive_val(name) else {
            return Err(self.text_error(class.span, format!("'{name}' is not an inductive type")));
        };
        if v.num_indices > 0 || v.all.len() > 1 {
            let what = format!("deriving '{}' for an indexed or mutually inductive type", class.text());
            return Err(self.unsupported(class.span, &what));
        }
        if v.ctors.len() * v.ctors.len() > MAX_PAIRS {
            return Err(self.unsupported(class.span, "deriving an instance for so many constructors"));
        }
        let lctx = std::mem::take(&mut self.m.lctx);
        let r = self.shape_of(&v);
        self.m.lctx = lctx;
        r
    }

    fn shape_of(&mut self, v: &InductiveVal) -> Result<Shape> {
        let levels: Vec<Level> = v.cval.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let (xs, _) = self.m.open_pis(v.cval.ty, Some(v.num_params))?;
        let mut params = Vec::new();
        for x in &xs {
            let t = self.m.infer(*x)?;
            params.push(matches!(self.m.st.node(t), Node::Sort(_)));
        }
        let mut ctors = Vec::new();
        for c in v.ctors.iter() {
            let (fields, ..) = self.m.open_ctor(*c, &levels, &xs)?;
            let mut out = Vec::new();
            let mut earlier: Vec<FVarId> = Vec::new();
            for f in &fields {
                let t = self.m.infer(*f)?;
                out.push(Field {
                    is_proof: self.m.is_proof(*f)?,
                    is_type: self.m.is_type(*f)?,
                    recursive: self.m.st.head_const(t) == Some(v.cval.name),
                    dependent: self.m.depends_on_any(t, &earlier),
                });
                earlier.push(self.m.fvar_id(*f)?);
            }
            ctors.push((*c, out));
        }
        Ok(Shape { name: v.cval.name, params, ctors })
    }

    /// Elaborates the first of the texts that has no errors.
    fn elab_first(&mut self, texts: &[String], class: &Ident) -> Result<()> {
        let mut first = None;
        for t in texts {
            match self.elab_text(t, class.span) {
                Ok(()) => return Ok(()),
                Err(e) if e.is_resource() => return Err(e),
                Err(e) => {
                    first.get_or_insert(e);
                }
            }
        }
        match first {
            Some(e) => {
                let why = self.m.render(&e);
                Err(self.text_error(class.span, format!("failed to derive '{}':\n{why}", class.text())))
            }
            None => Err(self.text_error(class.span, format!("failed to derive '{}'", class.text()))),
        }
    }

    /// Elaborates declarations given as text, at the top level.
    fn elab_text(&mut self, text: &str, span: Span) -> Result<()> {
        let mut table = turnstile_syntax::NotationTable::new();
        let mut parser = Parser::new(text);
        let scope = std::mem::take(&mut self.scope);
        let before = self.m.env.clone();
        let mut r = Ok(());
        while let Some(c) = parser.next_command(&mut table) {
            self.reset();
            if let CommandKind::Def(d) = &c.kind {
                r = self.elab_def_command(d, &mut DefOutcome::new());
            }
            if r.is_err() {
                break;
            }
        }
        self.scope = scope;
        self.m.lctx = LocalContext::default();
        if let (Ok(()), Some(e)) = (&r, parser.take_errors().into_iter().next()) {
            r = Err(Error::of(ErrorKind::User, vec![crate::Piece::Text(e.message)]));
        }
        r.map_err(|mut e| {
            self.m.env = before;
            e.0.span = Some(span);
            e
        })
    }
}

/// `instC` for class `C` and the type of `s`.
pub(super) fn instance_name(s: &Shape, class: &str) -> String {
    let short = format!("inst{class}{}", s.name.last_str());
    s.name.prefix().str(&short).to_string()
}

/// The parameters as implicit binders, with an instance of `class` for each type among them.
pub(super) fn header(s: &Shape, class: Option<&str>) -> String {
    let mut out = String::new();
    for (i, is_type) in s.params.iter().enumerate() {
        out.push_str(&format!(" {{p{i} : _}}"));
        if let (true, Some(c)) = (is_type, class) {
            out.push_str(&format!(" [_root_.{c} p{i}]"));
        }
    }
    out
}

/// The type applied to its parameters.
pub(super) fn type_text(s: &Shape) -> String {
    let params: Vec<String> = (0..s.params.len()).map(|i| format!(" p{i}")).collect();
    format!("(@_root_.{}{})", s.name, params.concat())
}

/// A constructor with fields called `x0`, `x1`, … ; `_` for all of them without `x`.
pub(super) fn ctor_text(s: &Shape, ctor: Name, fields: &[Field], x: Option<&str>) -> String {
    let mut out = format!("@_root_.{ctor}");
    s.params.iter().for_each(|_| out.push_str(" _"));
    for (i, f) in fields.iter().enumerate() {
        match x {
            Some(x) if !f.is_proof => out.push_str(&format!(" {x}{i}")),
            _ => out.push_str(" _"),
        }
    }
    out
}

fn decidable_eq(s: &Shape) -> String {
    let f = instance_name(s, "DecidableEq");
    let t = type_text(s);
    let mut out = format!(
        "@[instance] def _root_.{f}{} : (x y : {t}) → _root_.Decidable (@_root_.Eq {t} x y)",
        header(s, Some("DecidableEq"))
    );
    if s.ctors.is_empty() {
        return format!("{out} := fun x => nomatch x");
    }
    let no_confusion = format!("_root_.{}.noConfusion", s.name);
    for (c, cf) in &s.ctors {
        for (d, df) in &s.ctors {
            if c != d {
                let (l, r) = (ctor_text(s, *c, cf, None), ctor_text(s, *d, df, None));
                out.push_str(&format!(
                    "\n  | {l}, {r} => _root_.Decidable.isFalse (fun n => {no_confusion} n)"
                ));
                continue;
            }
            let (l, r) = (ctor_text(s, *c, cf, Some("a")), ctor_text(s, *c, cf, Some("b")));
            out.push_str(&format!("\n  | {l}, {r} => {}", compare_fields(&f, &no_confusion, cf, 0)));
        }
    }
    out
}

/// Compares the fields from number `i` on; the earlier ones have been unified.
fn compare_fields(f: &str, no_confusion: &str, fields: &[Field], i: usize) -> String {
    let Some(field) = fields.get(i) else { return "_root_.Decidable.isTrue _root_.rfl".to_owned() };
    let rest = compare_fields(f, no_confusion, fields, i + 1);
    if field.is_proof {
        return rest;
    }
    let test = if field.recursive {
        format!("{f} a{i} b{i}")
    } else {
        format!("(_root_.inferInstance : _root_.Decidable (@_root_.Eq _ a{i} b{i}))")
    };
    let names: Vec<String> = fields
        .iter()
        .enumerate()
        .filter(|(_, f)| !f.is_proof)
        .map(|(k, _)| if k == i { "e".to_owned() } else { "_".to_owned() })
        .collect();
    let e = if field.dependent { "(_root_.eq_of_heq e)" } else { "e" };
    format!(
        "(match {test} with\n    | _root_.Decidable.isTrue h => (match h with | _root_.rfl => {rest})\n    \
         | _root_.Decidable.isFalse h => _root_.Decidable.isFalse (fun n => {no_confusion} n (fun {} => h {e})))",
        names.join(" ")
    )
}

fn beq(s: &Shape) -> String {
    let name = instance_name(s, "BEq");
    let t = type_text(s);
    let head = header(s, Some("BEq"));
    let mut out = format!("def _root_.{name}.beq{head} : {t} → {t} → _root_.Bool");
    if s.ctors.is_empty() {
        out.push_str(" := fun x => nomatch x");
    }
    for (c, cf) in &s.ctors {
        let (l, r) = (ctor_text(s, *c, cf, Some("a")), ctor_text(s, *c, cf, Some("b")));
        let tests: Vec<String> = cf
            .iter()
            .enumerate()
            .filter(|(_, f)| !f.is_proof)
            .map(
                |(i, f)| {
                    if f.recursive { format!("{name}.beq a{i} b{i}") } else { format!("(a{i} == b{i})") }
                },
            )
            .collect();
        let body = if tests.is_empty() { "_root_.Bool.true".to_owned() } else { tests.join(" && ") };
        out.push_str(&format!("\n  | {l}, {r} => {body}"));
    }
    if s.ctors.len() > 1 {
        out.push_str("\n  | _, _ => _root_.Bool.false");
    }
    out.push_str(&format!("\n@[instance] def _root_.{name}{head} : _root_.BEq {t} := ⟨_root_.{name}.beq⟩"));
    out
}

/// One text for each constructor, first without and then with inhabited parameters.
fn inhabited(s: &Shape, class_name: &str, value_text: &str) -> Vec<String> {
    let name = instance_name(s, class_name);
    let mut out = Vec::new();
    for class in [None, Some(class_name)] {
        for (c, fields) in &s.ctors {
            let mut value = format!("@_root_.{c}");
            s.params.iter().for_each(|_| value.push_str(" _"));
            for f in fields {
                value.push_str(&if f.is_proof {
                    " (by trivial)".to_owned()
                } else {
                    format!(" {value_text}")
                });
            }
            let head = header(s, class);
            out.push(format!(
                "@[instance] def _root_.{name}{head} : {class_name} {} := ⟨{value}⟩",
                type_text(s)
            ));
        }
    }
    out
}
