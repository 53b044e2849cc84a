//! A file after elaboration: its terms, its declarations, and what it leaves open.

use crate::goal::Statement;
use std::collections::BTreeSet;
use std::rc::Rc;
use turnstile_elab::command::{DeclRecord, FrontEnd};
use turnstile_elab::{Message, Meta, SorrySite};
use turnstile_kernel::{ConstantInfo, Expr, Frozen, Name, Node, Store};
use turnstile_tactic::TacticEval;

/// A file, elaborated over the library.
///
/// ```
/// let file = turnstile::Elaborated::new("theorem two : 1 + 1 = 2 := sorry");
/// let statement = file.open_statements().next().expect("one theorem lacks a proof");
/// let workspace = statement.open(&file.terms).ok().expect("its statement has no errors");
/// assert!(!workspace.m.mctx.is_assigned(workspace.goal));
/// ```
pub struct Elaborated {
    /// All terms of the file, and the library's below them.
    pub terms: Frozen,
    /// The declarations, in the order of the text.
    pub records: Vec<DeclRecord>,
    /// What was said about the text.
    pub messages: Vec<Message>,
    /// For each declaration, what is asked for at its `sorry`s, as far as that is a statement without holes.
    gaps: Vec<Vec<OpenGap>>,
}

/// What a `sorry` stands for: its hypotheses and its type, as a closed statement.
struct OpenGap {
    at: usize,
    ty: Expr,
    header: usize,
}

impl Elaborated {
    /// Elaborates the text of a file.
    #[must_use]
    pub fn new(text: &str) -> Elaborated {
        let (library, env) = turnstile_library::load();
        let st = Rc::new(Store::over(&library));
        let mut front_end = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        let records = front_end.process(text);
        let messages = std::mem::take(&mut front_end.messages);
        drop(front_end);
        let gaps = records.iter().map(|r| open_gaps(&st, r)).collect();
        // Nothing else holds the store now; if something did, its terms would still be in the library segment or lost.
        let terms = Rc::try_unwrap(st).map_or(library, Store::freeze);
        Elaborated { terms, records, messages, gaps }
    }

    /// The statement of a declaration of this file with the environment above it; `None` if it has errors.
    #[must_use]
    pub fn statement(&self, record: &DeclRecord) -> Option<Statement> {
        let ty = record.statement?;
        Some(Statement { env: record.env_before.clone(), ty, header: record.header })
    }

    /// What is asked for at the `sorry` of this declaration that begins at the given byte. `None` when that has holes, or
    /// is more than one thing.
    pub(crate) fn gap(&self, record: &DeclRecord, at: usize) -> Option<Statement> {
        let index = self.records.iter().position(|r| std::ptr::eq(r, record))?;
        let mut here = self.gaps.get(index)?.iter().filter(|gap| gap.at == at);
        let gap = here.next()?;
        if here.next().is_some() || record.sorries.iter().filter(|site| site.span.start == at).count() != 1 {
            return None;
        }
        Some(Statement { env: record.env_before.clone(), ty: gap.ty, header: gap.header })
    }

    /// The declarations of this file that rest on `sorry` or on an axiom that is not in `allowed`: a proof that uses
    /// one of them proves nothing.
    #[must_use]
    pub fn unfounded(&self, allowed: &[String]) -> BTreeSet<Name> {
        let st = Store::over(&self.terms);
        let mut found = BTreeSet::from([Name::new("sorryAx")]);
        // What the last declaration rests on matters to none above it.
        let Some(last) = self.records.last() else { return found };
        for r in &self.records {
            let Some(c) = last.env_before.get(r.name) else { continue };
            let bad_axiom =
                matches!(&**c, ConstantInfo::Axiom(_)) && !allowed.iter().any(|a| r.name == Name::new(a));
            let terms = std::iter::once(c.ty()).chain(c.value());
            if bad_axiom || mentions(&st, terms, &found).is_some() {
                found.insert(r.name);
            }
        }
        found
    }

    /// The statements whose proof holds `sorry`, in the order of the text.
    pub fn open_statements(&self) -> impl Iterator<Item = Statement> {
        self.records.iter().filter(|r| !r.sorries.is_empty()).filter_map(|r| self.statement(r))
    }
}

fn open_gaps(st: &Rc<Store>, record: &DeclRecord) -> Vec<OpenGap> {
    let closed = |site: &SorrySite| {
        let mut m = Meta::new(st.clone(), record.env_before.clone());
        (m.mctx, m.lctx) = (site.mctx.clone(), site.lctx.clone());
        // A call of the theorem itself would have to be on smaller arguments: the search knows nothing of that.
        let locals = site.lctx.iter().filter(|local| !local.is_aux);
        let locals: Vec<Expr> = locals.map(|local| st.fvar(local.id)).collect();
        let ty = m.mk_pi(&locals, site.ty).ok()?;
        let ty = m.instantiate(ty);
        let is_closed = !st.has_mvar(ty) && !st.has_fvar(ty);
        is_closed.then_some(OpenGap { at: site.span.start, ty, header: locals.len() })
    };
    record.sorries.iter().filter_map(closed).collect()
}

/// A constant of the set that occurs in the terms.
pub(crate) fn mentions(
    st: &Store,
    terms: impl IntoIterator<Item = Expr>,
    set: &BTreeSet<Name>,
) -> Option<Name> {
    let mut found = None;
    for e in terms {
        st.any_subterm(e, |t| match st.node(t) {
            Node::Const(n, _) if set.contains(&n) => {
                found = Some(n);
                true
            }
            _ => false,
        });
    }
    found
}
