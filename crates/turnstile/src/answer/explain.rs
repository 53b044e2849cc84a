//! What a proof does, in plain words: induction on what, which cases, which lemmas.

use super::script::Script;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use turnstile_syntax::{
    AltRhs, BinderName, Body, Ident, InductionAlts, LetDecl, LetTarget, Location, NotationTable, SimpArg,
    SimpArgKind, SimpKind, Tactic, TacticKind, TacticSeq, Term, TermKind,
};

/// What a name in a script stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A function or other definition.
    Definition,
    /// A theorem or axiom.
    Theorem,
}

/// A proof in plain words, and what it is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// One sentence.
    pub summary: String,
    /// A line for each step, indented by two blanks for each level.
    pub steps: Vec<String>,
    /// What the inductions are on.
    pub inductions: Vec<String>,
    /// What is distinguished by cases.
    pub cases: Vec<String>,
    /// Facts that are shown on the way.
    pub facts: Vec<String>,
    /// Theorems of the library or the file that are named.
    pub lemmas: Vec<String>,
    /// Definitions that are unfolded by name.
    pub definitions: Vec<String>,
}

/// Explains a tactic script; `kind` knows what names stand for. `None` for what is not a script.
///
/// ```
/// use turnstile::{NameKind, explain};
/// let script = "intro n\ninduction n with\n| zero => rfl\n| succ n ih => simp only [add, ih]";
/// let kind = |name: &str| (name == "add").then_some(NameKind::Definition);
/// let explanation = explain(script, &Default::default(), &kind).unwrap();
/// assert_eq!(explanation.summary, "By induction on `n`; unfolds `add`.");
/// ```
pub fn explain(
    script: &str,
    notations: &NotationTable,
    kind: &dyn Fn(&str) -> Option<NameKind>,
) -> Option<Explanation> {
    let script = Script::read(script, notations)?;
    let mut talk = Talk { script: &script, kind, out: Explanation::default(), hypotheses: Vec::new() };
    talk.block(script.blocks.first()?, 0);
    let mut out = talk.out;
    out.summary = summary(&out);
    Some(out)
}

/// What `split` distinguishes, which the script does not name.
const BRANCHES: &str = "the conditions of `if` and `match`";

fn summary(e: &Explanation) -> String {
    let quote = |s: &String| if s == BRANCHES { s.clone() } else { format!("`{s}`") };
    let quoted = |list: &[String]| and(&list.iter().map(quote).collect::<Vec<_>>());
    let mut parts: Vec<String> = Vec::new();
    if !e.inductions.is_empty() {
        parts.push(format!("by induction on {}", quoted(&e.inductions)));
    }
    if !e.cases.is_empty() {
        parts.push(format!("by cases on {}", quoted(&e.cases)));
    }
    if !e.facts.is_empty() {
        let many = if e.facts.len() == 1 { "first shows" } else { "first shows, in turn," };
        parts.push(format!("{many} {}", quoted(&e.facts)));
    }
    if !e.lemmas.is_empty() {
        parts.push(format!("uses {}", quoted(&e.lemmas)));
    }
    if !e.definitions.is_empty() {
        parts.push(format!("unfolds {}", quoted(&e.definitions)));
    }
    if parts.is_empty() {
        let last = e.steps.last().map_or("", |s| s.trim());
        parts.push(if e.steps.len() <= 1 { last.to_owned() } else { format!("directly: {last}") });
    }
    let text = parts.join("; ");
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", chars.as_str().trim_end_matches('.'))
}

/// `a`, `a and b`, `a, b and c`
fn and(list: &[String]) -> String {
    match list {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn note(list: &mut Vec<String>, entry: String) {
    if !list.contains(&entry) {
        list.push(entry);
    }
}

struct Talk<'s> {
    script: &'s Script<'s>,
    kind: &'s dyn Fn(&str) -> Option<NameKind>,
    out: Explanation,
    /// Induction hypotheses in scope.
    hypotheses: Vec<String>,
}

impl Talk<'_> {
    fn say(&mut self, depth: usize, text: impl AsRef<str>) {
        self.out.steps.push(format!("{}{}", "  ".repeat(depth), text.as_ref()));
    }

    fn term(&self, t: &Term) -> String {
        let text = self.script.text.get(t.span.start..t.span.end).unwrap_or("…");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn place(&self, l: Option<&Location>) -> String {
        match l {
            None => String::new(),
            Some(l) if l.all => " everywhere".to_owned(),
            Some(l) => {
                let mut places: Vec<String> = l.hyps.iter().map(|h| format!("`{h}`")).collect();
                places.extend(l.goal.then(|| "the goal".to_owned()));
                format!(" in {}", and(&places))
            }
        }
    }

    fn block(&mut self, block: &TacticSeq, depth: usize) {
        for t in &block.tactics {
            self.tactic(t, depth);
        }
    }

    fn tactic(&mut self, t: &Tactic, depth: usize) {
        use TacticKind as K;
        let line = match &t.kind {
            K::Intro(xs) => {
                let names: Vec<String> = xs.iter().map(|x| format!("`{}`", self.term(x))).collect();
                format!("let {} be given", and(&names))
            }
            K::Induction { targets, generalizing, alts, .. } => {
                let on: Vec<String> = targets.iter().map(|d| self.term(&d.term)).collect();
                let on = on.join(", ");
                let general: Vec<String> = generalizing.iter().map(|i| format!("`{i}`")).collect();
                let general =
                    if general.is_empty() { String::new() } else { format!(", for all {}", and(&general)) };
                self.say(depth, format!("by induction on `{on}`{general}"));
                note(&mut self.out.inductions, on);
                return self.alternatives(alts.as_ref(), depth);
            }
            K::Cases { targets, alts, .. } => {
                let on: Vec<String> = targets.iter().map(|d| self.term(&d.term)).collect();
                let on = on.join(", ");
                self.say(depth, format!("by cases on `{on}`"));
                note(&mut self.out.cases, on);
                return self.alternatives(alts.as_ref(), depth);
            }
            K::ByCases(h, p) => {
                let p = self.term(p);
                let name = h.as_ref().and_then(BinderName::ident).map(|h| format!(" (`{h}`)"));
                note(&mut self.out.cases, p.clone());
                format!("`{p}` holds or not{}", name.unwrap_or_default())
            }
            K::Split(..) => {
                note(&mut self.out.cases, BRANCHES.to_owned());
                "go through the branches of `if` or `match`".to_owned()
            }
            K::Rcases { targets, .. } => {
                let on: Vec<String> = targets.iter().map(|d| format!("`{}`", self.term(&d.term))).collect();
                format!("take {} apart", and(&on))
            }
            K::Obtain { values, .. } => {
                let on: Vec<String> = values.iter().map(|v| format!("`{}`", self.term(v))).collect();
                format!("take {} apart", and(&on))
            }
            K::Have(decl) => return self.fact(decl, depth),
            K::Bullet(seq) | K::Braces(seq) | K::Paren(seq) => return self.branch(seq, depth),
            K::Case { tags, body, .. } => {
                for tag in tags {
                    if let Some(name) = tag.tag.ident() {
                        self.say(depth, format!("case `{name}`:"));
                    }
                }
                return self.block(body, depth + 1);
            }
            K::AndThen(a, b) => {
                self.tactic(a, depth);
                self.say(depth, "in every branch:");
                return self.tactic(b, depth + 1);
            }
            K::RenameI(names) => {
                let names: Vec<String> =
                    names.iter().filter_map(BinderName::ident).map(|n| format!("`{n}`")).collect();
                format!("call what is new {}", and(&names))
            }
            K::Rfl => "both sides compute to the same".to_owned(),
            K::Decide(_) => "the statement is decided by computing".to_owned(),
            K::Omega(_) => "this follows by linear arithmetic".to_owned(),
            K::AcRfl => "both sides differ by order and brackets only".to_owned(),
            K::Assumption => "this is one of the assumptions".to_owned(),
            K::Contradiction => "the assumptions contradict each other".to_owned(),
            K::Exfalso => "show that the assumptions contradict each other".to_owned(),
            K::Constructor => "show each part".to_owned(),
            K::Left => "show the left side".to_owned(),
            K::Right => "show the right side".to_owned(),
            K::Symm(_) => "exchange the sides".to_owned(),
            K::SubstVars | K::Subst(_) => "put equals for equals".to_owned(),
            K::Exact(e) => {
                self.lemmas_of_term(e);
                format!("this is `{}`", self.term(e))
            }
            K::Apply(e) | K::Refine(e) => {
                self.lemmas_of_term(e);
                format!("apply `{}`", self.term(e))
            }
            K::Exists(es) => {
                let es: Vec<String> = es.iter().map(|e| format!("`{}`", self.term(e))).collect();
                format!("take {} for what is to exist", and(&es))
            }
            K::Injection(e, _) => format!("constructors are injective: `{}`", self.term(e)),
            K::Unfold(names, l) => {
                for n in names {
                    self.lemma(n);
                }
                let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
                format!("unfold {}{}", and(&names), self.place(l.as_ref()))
            }
            K::Rewrite { rules, location, .. } => {
                let with: Vec<String> = rules
                    .iter()
                    .map(|r| {
                        self.lemmas_of_term(&r.term);
                        let back = if r.symm { " from right to left" } else { "" };
                        format!("{}{back}", self.named(&r.term))
                    })
                    .collect();
                format!("rewrite{} with {}", self.place(location.as_ref()), and(&with))
            }
            K::Simp { kind, args, location, .. } => {
                let all = matches!(kind, SimpKind::SimpAll | SimpKind::SimpAllQuestion);
                let with = self.simp_list(args.as_deref().unwrap_or(&[]), all);
                format!("simplify{}{with}", self.place(location.as_ref()))
            }
            K::Generalize { args, .. } => {
                let terms: Vec<String> = args.iter().map(|a| format!("`{}`", self.term(&a.term))).collect();
                format!("show it for anything in the place of {}", and(&terms))
            }
            _ => format!("`{}`", self.script.of(t).lines().next().unwrap_or("")),
        };
        self.say(depth, line);
    }

    fn branch(&mut self, seq: &TacticSeq, depth: usize) {
        let before = self.out.steps.len();
        self.block(seq, depth + 1);
        if let Some(first) = self.out.steps.get_mut(before) {
            let text = first.trim_start().to_owned();
            *first = format!("{}- {text}", "  ".repeat(depth));
        }
    }

    fn alternatives(&mut self, alts: Option<&InductionAlts>, depth: usize) {
        let Some(alts) = alts else { return };
        for alt in &alts.alts {
            let cases: Vec<String> = alt
                .lhs
                .iter()
                .map(|l| {
                    let vars = l.vars.iter().filter_map(BinderName::ident).map(Ident::text);
                    l.name.ident().map(Ident::text).into_iter().chain(vars).collect::<Vec<_>>().join(" ")
                })
                .collect();
            let vars = alt.lhs.iter().flat_map(|l| &l.vars).filter_map(BinderName::ident).map(Ident::text);
            let scope = self.hypotheses.len();
            self.hypotheses.extend(vars.filter(|v| v == "ih" || v.starts_with("ih_") || v.ends_with("_ih")));
            self.say(depth, format!("case `{}`:", cases.join("` or `")));
            if let Some(AltRhs::Tactics(seq)) = &alt.rhs {
                self.block(seq, depth + 1);
            }
            self.hypotheses.truncate(scope);
        }
    }

    fn fact(&mut self, decl: &LetDecl, depth: usize) {
        let name = match &decl.target {
            LetTarget::Name(n) => n.ident().map(Ident::text),
            _ => None,
        };
        let name = name.map(|n| format!(" (`{n}`)")).unwrap_or_default();
        match (&decl.ty, &decl.body) {
            (Some(ty), Body::Value(v)) => {
                let ty = self.term(ty);
                note(&mut self.out.facts, ty.clone());
                self.say(depth, format!("first, `{ty}`{name}:"));
                if let TermKind::By(seq) = &v.kind {
                    self.block(seq, depth + 1);
                } else {
                    self.lemmas_of_term(v);
                    self.say(depth + 1, format!("this is `{}`", self.term(v)));
                }
            }
            (None, Body::Value(v)) => {
                self.lemmas_of_term(v);
                self.say(depth, format!("note `{}`{name}", self.term(v)));
            }
            _ => self.say(depth, format!("note a fact{name}")),
        }
    }

    fn simp_list(&mut self, args: &[SimpArg], all: bool) -> String {
        let (mut parts, mut definitions) = (Vec::new(), Vec::new());
        for a in args {
            match &a.kind {
                SimpArgKind::Star => parts.push("all assumptions".to_owned()),
                SimpArgKind::Erase(_) => {}
                SimpArgKind::Lemma { symm, term, .. } => {
                    self.lemmas_of_term(term);
                    let text = self.term(term);
                    if (self.kind)(&text) == Some(NameKind::Definition) && !self.hypotheses.contains(&text) {
                        definitions.push(format!("`{text}`"));
                    } else {
                        let back = if *symm { " from right to left" } else { "" };
                        parts.push(format!("{}{back}", self.named(term)));
                    }
                }
            }
        }
        if !definitions.is_empty() {
            let many = if definitions.len() == 1 { "definition" } else { "definitions" };
            parts.insert(0, format!("the {many} of {}", and(&definitions)));
        }
        if all {
            parts.push("all assumptions".to_owned());
        }
        if parts.is_empty() { String::new() } else { format!(" with {}", and(&parts)) }
    }

    /// How a fact is called in a list.
    fn named(&self, t: &Term) -> String {
        let text = self.term(t);
        if self.hypotheses.contains(&text) {
            return format!("the induction hypothesis `{text}`");
        }
        match (self.kind)(&text) {
            Some(NameKind::Definition) => format!("the definition of `{text}`"),
            _ => format!("`{text}`"),
        }
    }

    fn lemmas_of_term(&mut self, t: &Term) {
        let head = match &t.unparen().kind {
            TermKind::App { func, .. } => func.as_ident(),
            TermKind::Explicit(f) => f.as_ident(),
            _ => t.unparen().as_ident(),
        };
        if let Some(id) = head {
            self.lemma(id);
        }
    }

    fn lemma(&mut self, id: &Ident) {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = write!(text, "{id}");
        match (self.kind)(&text) {
            Some(NameKind::Definition) => note(&mut self.out.definitions, text),
            Some(NameKind::Theorem) => note(&mut self.out.lemmas, text),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(script: &str) -> Explanation {
        let kind = |name: &str| match name {
            "add" | "len" => Some(NameKind::Definition),
            "add_comm" => Some(NameKind::Theorem),
            _ => None,
        };
        explain(script, &NotationTable::default(), &kind).expect("a script")
    }

    #[test]
    fn an_induction_is_told_case_by_case() {
        let e = explained(
            "have lemma_1 : p := by\n  omega\nintro n m\ninduction n generalizing m with\n| zero => rfl\n| succ n ih =>\n  rw [← add_comm] at h\n  simp [add, ih, *]",
        );
        let expected = [
            "first, `p` (`lemma_1`):",
            "  this follows by linear arithmetic",
            "let `n` and `m` be given",
            "by induction on `n`, for all `m`",
            "case `zero`:",
            "  both sides compute to the same",
            "case `succ n ih`:",
            "  rewrite in `h` with `add_comm` from right to left",
            "  simplify with the definition of `add`, the induction hypothesis `ih` and all assumptions",
        ];
        assert_eq!(e.steps, expected);
        assert_eq!(e.summary, "By induction on `n`; first shows `p`; uses `add_comm`; unfolds `add`.");
    }

    #[test]
    fn branches_are_marked() {
        let e = explained("constructor\n· exact h.1\n· cases b <;> rfl");
        let expected = [
            "show each part",
            "- this is `h.1`",
            "- by cases on `b`",
            "  in every branch:",
            "    both sides compute to the same",
        ];
        assert_eq!(e.steps, expected);
        assert_eq!(e.summary, "By cases on `b`.");
    }

    #[test]
    fn a_proof_of_one_step_is_its_own_summary() {
        assert_eq!(explained("rfl").summary, "Both sides compute to the same.");
        assert_eq!(explained("intro x\nomega").summary, "Directly: this follows by linear arithmetic.");
    }
}
