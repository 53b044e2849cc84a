//! Lemma discovery: statements that a proof may need and that nobody wrote down.
//!
//! They come from two sources. *Critics* look at where an induction got stuck and say the stuck goal in general terms
//! ([`critics`]; Ireland and Bundy, *Productive use of failure in inductive proof*, JAR 1996). *Exploration* enumerates
//! equations between the functions in play ([`turnstile_policy::explore`]). Random values weed out what is false; what
//! survives is proved by the [waterfall](crate::waterfall) with the lemmas found before at hand. What fails is
//! tried again when more lemmas are there, and says in its turn what it lacks.

pub mod critics;
mod library;

use library::is_lemma;
pub use library::{Lemmas, print};

use crate::attempt::{Outcome, Purpose, fall};
use crate::waterfall::Limits;
use rustc_hash::FxHashMap;
use std::time::{Duration, Instant};
use turnstile_elab::{LocalContext, Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name, Node};
use turnstile_policy::HandMade;
use turnstile_policy::explore::{ExploreSettings, Signature, Verdict, conjectures, test};
use turnstile_policy::ordering::PathOrder;
use turnstile_search::{CancelFlag, Interrupt};
use turnstile_tactic::goal::{goal_decl, new_goal, target};
use turnstile_tactic::simp::{SimpArg, SimpCall, simp_goal};

/// A proved lemma.
#[derive(Clone, Debug)]
pub struct Lemma {
    /// Its name in scripts, unique in a run.
    pub name: String,
    /// Its closed statement.
    pub statement: Expr,
    /// The statement as text.
    pub text: String,
    /// Its proof; earlier lemmas are named in it.
    pub script: Vec<String>,
}

/// A statement that may be a lemma.
#[derive(Clone, Copy, Debug)]
struct Conjecture {
    statement: Expr,
    /// Conjectures of low cost are tried first: small ones, and what these ask for.
    cost: u32,
    /// 0 for what comes from the theorem itself, one more for what its proof asks for, and so on.
    depth: u32,
    /// How many lemmas there were when it was tried last.
    tried_with: usize,
    tries: u32,
}

/// Where a conjecture comes from.
#[derive(Clone, Copy)]
enum Source {
    /// The goal got stuck.
    Goal,
    /// Enumeration.
    Exploration,
    /// This conjecture got stuck.
    Conjecture(Conjecture),
}

/// More lemmas than this slow the search down more than they help.
const MAX_LEMMAS: usize = 40;
/// Conjectures of critics that ask for conjectures of critics.
const MAX_DEPTH: u32 = 4;
const MAX_TRIES: u32 = 4;
const LEMMAS_PER_TRY: usize = 3;
/// Conjectures of critics that are tried before all equations of the functions in play are enumerated.
const BEFORE_EXPLORATION: u32 = 6;
const LEMMA_LIMITS: Limits = Limits { steps: 100, inductions: 1 };

/// Discovery for one goal, which can be interrupted and taken up again.
pub struct Discovery<'a> {
    goal: MVarId,
    shared: &'a Lemmas,
    /// How many of the lemmas were there at the beginning.
    given: usize,
    /// In the order of their proofs; each may use those before it.
    pub lemmas: Vec<Lemma>,
    queue: Vec<Conjecture>,
    order: PathOrder,
    /// Statements met, with whether they survived a test.
    seen: FxHashMap<Expr, bool>,
    explored: bool,
    /// Conjectures tried.
    tried: u32,
    /// Lemmas there were when the goal itself was tried last.
    goal_tried_with: usize,
    /// Time spent on the goal in this run.
    on_goal: Duration,
}

impl<'a> Discovery<'a> {
    /// Discovery for `goal`, with the lemmas of the run that are about it.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn new(m: &mut Meta, goal: MVarId, shared: &'a Lemmas) -> Result<Self> {
        let context = goal_decl(m, goal)?.lctx.clone();
        let mut all: Vec<Expr> = context.iter().map(|d| d.ty).collect();
        all.push(target(m, goal)?);
        let known = shared.about(m, &all);
        let seen = known.iter().map(|l| (m.st.alpha(l.statement), true)).collect();
        Ok(Discovery {
            goal,
            shared,
            given: known.len(),
            lemmas: known,
            queue: Vec::new(),
            order: PathOrder::default(),
            seen,
            explored: false,
            tried: 0,
            goal_tried_with: usize::MAX,
            on_goal: Duration::ZERO,
        })
    }

    /// Looks for lemmas until the given moment, and tries the goal with them now and then; a proof of the goal ends it.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn run(
        &mut self,
        m: &mut Meta,
        policy: &mut HandMade,
        until: Instant,
        cancel: &CancelFlag,
    ) -> Result<Option<Outcome>> {
        let started = turnstile_clock::now();
        self.on_goal = Duration::ZERO;
        let interrupt = Interrupt::new(Some(until), cancel.clone());
        let lctx = goal_decl(m, self.goal)?.lctx.clone();
        let saved = m.save();
        if self.goal_tried_with == usize::MAX
            && let Some(found) = self.try_goal(m, policy, &interrupt)?
        {
            return Ok(Some(found));
        }
        m.restore(&saved);
        loop {
            if interrupt.requested() {
                break;
            }
            let Some(next) = self.next() else {
                if self.goal_tried_with < self.lemmas.len()
                    && let Some(found) = self.try_goal(m, policy, &interrupt)?
                {
                    return Ok(Some(found));
                }
                if self.explored {
                    break;
                }
                m.lctx.clone_from(&lctx);
                self.explore(m, until, cancel)?;
                m.restore(&saved);
                continue;
            };
            self.tried += 1;
            if !self.explored && self.tried > BEFORE_EXPLORATION {
                m.lctx.clone_from(&lctx);
                self.explore(m, until, cancel)?;
                m.restore(&saved);
            }
            m.lctx.clone_from(&lctx);
            let proved = self.try_lemma(m, policy, next, &interrupt)?;
            m.restore(&saved);
            m.lctx.clone_from(&lctx);
            // What the goal itself asked for is worth a try at once, other lemmas in small numbers.
            let new = self.lemmas.len() - self.goal_tried_with.min(self.lemmas.len());
            let share = if next.depth == 0 { 0.5 } else { 0.3 };
            if proved
                && (next.depth == 0 || new >= LEMMAS_PER_TRY)
                && self.on_goal <= turnstile_clock::now().saturating_duration_since(started).mul_f64(share)
                && let Some(found) = self.try_goal(m, policy, &interrupt)?
            {
                return Ok(Some(found));
            }
            if self.lemmas.len() >= self.given + MAX_LEMMAS {
                self.queue.clear();
                self.explored = true;
            }
        }
        m.lctx = LocalContext::default();
        Ok(None)
    }

    /// The next conjecture: small ones first; one that failed comes back when there are new lemmas, but not at once.
    fn next(&mut self) -> Option<Conjecture> {
        let n = self.lemmas.len();
        let ready = self.queue.iter().enumerate().filter(|(_, c)| c.tries == 0 || c.tried_with < n);
        let at = ready.min_by_key(|(i, c)| (c.cost + 3 * c.tries, *i)).map(|(i, _)| i)?;
        Some(self.queue.remove(at))
    }

    /// Queues of each group the first statement that survives a test, if it is new.
    fn add(&mut self, m: &mut Meta, groups: Vec<Vec<Expr>>, source: Source) {
        for group in groups {
            for statement in group {
                if m.st.has_expr_mvar(statement) || m.st.has_fvar(statement) {
                    continue;
                }
                let key = m.st.alpha(statement);
                if let Some(survived) = self.seen.get(&key) {
                    if *survived {
                        break;
                    }
                    continue;
                }
                let survived = survives(m, statement);
                self.seen.insert(key, survived);
                if !survived {
                    continue;
                }
                let narrow = without_idle_premises(m, statement);
                let Ok(Some(narrow)) = unfolded(m, narrow) else { break };
                let oriented = self.order.orient(m, narrow).unwrap_or(narrow);
                let key = m.st.alpha(oriented);
                if oriented == statement || self.seen.insert(key, true).is_none() {
                    let size = critics::size(m, oriented);
                    let (cost, depth) = match source {
                        Source::Goal => (size, 0),
                        // From the ground up: laws of addition before those of multiplication.
                        Source::Exploration => (size + 3 * self.order.level(m, oriented).min(5), 1),
                        // What a conjecture asks for comes before greater ones.
                        Source::Conjecture(c) => (c.cost + 1 + size / 8, c.depth + 1),
                    };
                    self.queue.push(Conjecture { statement: oriented, cost, depth, tried_with: 0, tries: 0 });
                }
                break;
            }
        }
    }

    fn try_lemma(
        &mut self,
        m: &mut Meta,
        policy: &mut HandMade,
        mut c: Conjecture,
        interrupt: &Interrupt,
    ) -> Result<bool> {
        let (_, g) = new_goal(m, c.statement, Name::anon());
        let g = assume(m, g, &self.lemmas)?;
        if is_trivial(m, g)? {
            return Ok(false);
        }
        let (found, stuck) = fall(m, policy, g, LEMMA_LIMITS, interrupt, is_lemma, Purpose::Lemma)?;
        if let Some(script) = found.scripts.into_iter().next_back()
            && let Some(text) = library::print(m, c.statement)
        {
            let lemma = Lemma { name: self.shared.fresh_name(), statement: c.statement, text, script };
            self.shared.add(&lemma);
            self.lemmas.push(lemma);
            return Ok(true);
        }
        c.tries += 1;
        c.tried_with = self.lemmas.len();
        if c.tries < MAX_TRIES {
            self.queue.push(c);
        }
        if c.depth < MAX_DEPTH {
            self.add(m, stuck, Source::Conjecture(c));
        }
        Ok(false)
    }

    fn try_goal(
        &mut self,
        m: &mut Meta,
        policy: &mut HandMade,
        interrupt: &Interrupt,
    ) -> Result<Option<Outcome>> {
        self.goal_tried_with = self.lemmas.len();
        let started = turnstile_clock::now();
        let saved = m.save();
        let g = assume(m, self.goal, &self.lemmas)?;
        let (mut found, stuck) =
            fall(m, policy, g, Limits::default(), interrupt, is_lemma, Purpose::Theorem)?;
        m.restore(&saved);
        self.on_goal += turnstile_clock::now().saturating_duration_since(started);
        if found.scripts.is_empty() {
            self.add(m, stuck, Source::Goal);
            return Ok(None);
        }
        found.scripts = self.with_lemmas(std::mem::take(&mut found.scripts));
        Ok(Some(found))
    }

    /// Conjectures from enumeration.
    fn explore(&mut self, m: &mut Meta, until: Instant, cancel: &CancelFlag) -> Result<()> {
        self.explored = true;
        m.budget.fuel = 200_000_000;
        m.budget.deadline = Some(until);
        let found = (|| {
            let (stmt, context) = open_target(m, self.goal)?;
            m.lctx.clone_from(&context);
            let sig = Signature::of_goal(m, &stmt)?;
            if !sig.has_functions() {
                return Ok(vec![]);
            }
            let end =
                turnstile_clock::now() + until.saturating_duration_since(turnstile_clock::now()).mul_f64(0.4);
            let list = conjectures(m, &sig, &ExploreSettings::default(), || {
                turnstile_clock::now() < end && !cancel.is_cancelled()
            })?;
            m.lctx.clone_from(&context);
            // Closed: what is said for one type variable of the goal is said for all types.
            let locals: Vec<Expr> = context.iter().map(|d| m.st.fvar(d.id)).collect();
            list.into_iter()
                .map(|c| {
                    let used: Vec<Expr> =
                        locals.iter().copied().filter(|x| mentions(m, c.statement, *x)).collect();
                    m.mk_pi(&used, c.statement)
                })
                .collect::<Result<Vec<Expr>>>()
        })();
        let found = found.map(|list| list.into_iter().map(|e| vec![e]).collect::<Vec<_>>());
        m.budget.deadline = None;
        m.budget.fuel = 50_000_000;
        // Without conjectures there is still the search.
        let list = found.unwrap_or_default();
        self.add(m, list, Source::Exploration);
        Ok(())
    }

    /// The scripts with the `have` lines they need, and after these once more with all lemmas, for steps that use hypotheses
    /// without naming them.
    pub fn with_lemmas(&self, bodies: Vec<Vec<String>>) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        for all in [false, true] {
            out.extend(bodies.iter().map(|b| library::prefix(&self.lemmas, b, all)));
        }
        out
    }

    /// The goal with the lemmas as hypotheses, their proofs left out: for searching.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn assume(&self, m: &mut Meta) -> Result<MVarId> {
        assume(m, self.goal, &self.lemmas)
    }
}

/// Whether a statement holds on random values.
fn survives(m: &mut Meta, statement: Expr) -> bool {
    let conditional = has_premises(m, statement);
    let settings =
        ExploreSettings { tests: if conditional { 200 } else { 40 }, ..ExploreSettings::default() };
    let fuel = std::mem::replace(&mut m.budget.fuel, 3_000_000);
    let verdict = test(m, statement, &settings);
    m.budget.fuel = fuel;
    matches!(verdict, Ok(Verdict::Survives))
}

/// Whether a binder of `e` is not used: a premise.
fn has_premises(m: &Meta, mut e: Expr) -> bool {
    while let Node::Pi(_, _, b) = m.st.node(e) {
        if !m.st.has_loose_bvar(b, 0) {
            return true;
        }
        e = b;
    }
    false
}

/// The statement without the premises that it holds without, as far as tests can tell, and without variables that
/// nothing depends on.
fn without_idle_premises(m: &mut Meta, statement: Expr) -> Expr {
    let mut best = statement;
    let mut at = 0;
    while let Some(fewer) = without_binder(m, best, at) {
        match fewer {
            Some(fewer) if survives(m, fewer) => best = fewer,
            _ => at += 1,
        }
    }
    best
}

/// `e` without its binder number `at`; `Some(None)` where that is used, `None` where there is none.
fn without_binder(m: &Meta, e: Expr, at: usize) -> Option<Option<Expr>> {
    let Node::Pi(b, d, body) = m.st.node(e) else { return None };
    if at > 0 {
        return without_binder(m, body, at - 1).map(|rest| rest.map(|rest| m.st.pi(b, d, rest)));
    }
    Some((!m.st.has_loose_bvar(body, 0)).then(|| m.st.lower(body, 1, 1)))
}

fn mentions(m: &Meta, e: Expr, x: Expr) -> bool {
    m.st.any_subterm(e, |t| t == x)
}

/// The target with its binders opened, and the context they make.
fn open_target(m: &mut Meta, goal: MVarId) -> Result<(Vec<Expr>, LocalContext)> {
    let t = target(m, goal)?;
    let mut all: Vec<Expr> = m.lctx.iter().map(|d| d.ty).collect();
    let (xs, body) = m.open_pis(t, None)?;
    for x in xs {
        let ty = m.infer(x)?;
        all.push(ty);
    }
    all.push(body);
    Ok((all, m.lctx.clone()))
}

/// The statement with the definitions applied where they do; `None` where they prove it.
fn unfolded(m: &mut Meta, statement: Expr) -> Result<Option<Expr>> {
    let saved = m.save();
    let fuel = std::mem::replace(&mut m.budget.fuel, 300_000);
    let r = (|| {
        m.lctx = LocalContext::default();
        let (_, g) = new_goal(m, statement, Name::anon());
        let (xs, g) = turnstile_tactic::intro::intros(m, g)?;
        let args = functions(m, target(m, g)?);
        let args = args.into_iter().map(|name| SimpArg::Const { name, inverse: false }).collect();
        let call = SimpCall { args, only: true, ..SimpCall::default() };
        match simp_goal(m, g, &call) {
            Ok(None) => Ok(None),
            Ok(Some(g)) => {
                let t = target(m, g)?;
                m.lctx.clone_from(&goal_decl(m, g)?.lctx);
                let xs: Vec<Expr> = xs.iter().map(|x| m.st.fvar(*x)).collect();
                Ok(Some(m.mk_pi(&xs, t)?))
            }
            Err(_) => Ok(Some(statement)),
        }
    })();
    m.budget.fuel = fuel;
    m.restore(&saved);
    r
}

/// Whether the definitions and the earlier lemmas give the goal by simplification: then it adds nothing.
fn is_trivial(m: &mut Meta, g: MVarId) -> Result<bool> {
    let s = m.save();
    let fuel = std::mem::replace(&mut m.budget.fuel, 300_000);
    let r = (|| {
        let (_, g) = turnstile_tactic::intro::intros(m, g)?;
        let before = m.save();
        if turnstile_tactic::rfl::rfl(m, g).is_ok() {
            return Ok(true);
        }
        m.restore(&before);
        let args =
            functions(m, target(m, g)?).into_iter().map(|name| SimpArg::Const { name, inverse: false });
        let call = SimpCall { args: args.collect(), star: true, ..SimpCall::default() };
        Ok::<bool, turnstile_elab::Error>(simp_goal(m, g, &call)?.is_none())
    })();
    m.budget.fuel = fuel;
    m.restore(&s);
    Ok(r.unwrap_or(false))
}

/// The functions with defining equations in `e`.
fn functions(m: &Meta, e: Expr) -> Vec<Name> {
    let mut out = Vec::new();
    m.st.any_subterm(e, |t| {
        if let Node::Const(n, _) = m.st.node(t)
            && m.env.ext.equations.contains_key(&n)
            && !m.env.ext.hidden.contains(&n)
            && !out.contains(&n)
        {
            out.push(n);
        }
        false
    });
    out
}

/// `goal` with the lemmas as hypotheses, proofs left open: for searching.
fn assume(m: &mut Meta, goal: MVarId, lemmas: &[Lemma]) -> Result<MVarId> {
    let mut g = goal;
    for l in lemmas {
        let (_, _, next) = turnstile_tactic::assert::have(m, g, Name::new(&l.name), l.statement)?;
        g = next;
    }
    Ok(g)
}
