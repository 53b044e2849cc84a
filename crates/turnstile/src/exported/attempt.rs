//! One attempt at a theorem of an export file: search, replay, and the kernel's check of the finished term.

use super::support::Support;
use super::{Exported, Theorem};
use crate::backend::LeanBackend;
use crate::goal::{Statement, Workspace};
use crate::jobs::Attempted;
use crate::replay;
use crate::report::Status;
use crate::settings::{Kernel, Settings};
use cpu_time::ThreadTime;
use turnstile_elab::Meta;
use turnstile_kernel::{
    ConstantVal, Declaration, Expr, LevelNode, MVarId, Name, Node, Store, axioms_of, with_stack,
};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, PremiseIndex};
use turnstile_search::{CancelFlag, Counts, Proof, StopReason, best_first};
use turnstile_tactic::action::{Action, TextMode};

/// The wall-clock limit, in multiples of the limit on processor time: for a machine that does other things as well.
const WALL_CLOCK: f64 = 6.0;
/// Terms with more symbols than this are not written down.
const MAX_TERM: usize = 20_000;

/// Tries to prove `theorem`; the verdict, and the proof as a term.
pub(super) fn attempt(
    file: &Exported,
    theorem: &Theorem,
    settings: &Settings,
    cancel: &CancelFlag,
) -> (Attempted, Option<String>) {
    let mut env = theorem.env.clone();
    for n in &settings.without {
        env.ext.hidden.insert(Name::new(n), ());
    }
    let statement = Statement { env, ty: theorem.ty, header: 0 };
    let Ok(Workspace { mut m, goal }) = statement.open(&file.terms) else {
        return (Attempted::without_proof(Status::Invalid, "the statement cannot be opened"), None);
    };
    let premises = PremiseIndex::default().with_first(file.premises.clone(), theorem.premises);
    let start = ThreadTime::now();
    let saved = m.save();
    let mut expansions = 0;
    let without = |status, message, expansions| Attempted {
        expansions,
        message,
        ..Attempted::without_proof(status, "")
    };
    let mut answer = without(Status::Budget, None, 0);
    for (share, candidates) in plan() {
        let mut policy = HandMade::new(candidates, premises.clone());
        let until = settings.timeout * share;
        let (proof, n, stop) = search(&mut m, &mut policy, goal, settings, expansions, &|| {
            cancel.is_cancelled() || start.elapsed().as_secs_f64() > until
        });
        expansions += n;
        answer = match proof {
            Some(proof) => match finish(&mut m, theorem, goal, &proof, settings) {
                Ok(proved) => return proved.report(&mut m, expansions),
                // Another search may find another proof.
                Err(why) => without(Status::NotProved, Some(why), expansions),
            },
            None if cancel.is_cancelled() => return (without(Status::Cancelled, None, expansions), None),
            None if stop == StopReason::Exhausted => {
                let why = "everything the search knows was tried".to_owned();
                without(Status::NotProved, Some(why), expansions)
            }
            None => without(Status::Budget, None, expansions),
        };
        m.restore(&saved);
        m.clear_caches();
    }
    (answer, None)
}

/// A proof that the kernel accepted.
struct Proved {
    script: String,
    term: Expr,
    axioms: Vec<String>,
}

impl Proved {
    fn report(self, m: &mut Meta, expansions: u64) -> (Attempted, Option<String>) {
        let Proved { script, term, axioms } = self;
        let attempted = Attempted {
            status: Status::Proved,
            proof: Some(script),
            expansions,
            axioms,
            message: None,
            ..Attempted::without_proof(Status::Proved, "")
        };
        let short = symbols(&m.st, term, MAX_TERM) < MAX_TERM;
        (attempted, short.then(|| m.pp(term)))
    }
}

/// Replays a proof that a search found and has the kernel check it; else why it does not count.
fn finish(
    m: &mut Meta,
    theorem: &Theorem,
    goal: MVarId,
    proof: &Proof<Action>,
    settings: &Settings,
) -> Result<Proved, String> {
    m.budget.fuel = u64::MAX;
    m.budget.deadline = None;
    let lines = replay::script(m, goal, &replay::plan(proof.root()), TextMode::Plain)
        .map_err(|e| format!("the proof cannot be replayed: {}", m.render(&e)))?;
    let script = lines.join("\n");
    match check(m, theorem, goal, settings) {
        Ok((term, axioms)) => Ok(Proved { script, term, axioms }),
        Err(why) => Err(format!("the proof found does not pass the final check: {why}\n{script}")),
    }
}

/// The searches of an attempt: when each ends, as a share of the time, and what it tries. The second one looks further
/// among the premises.
fn plan() -> [(f64, CandidateSettings); 2] {
    let usual = CandidateSettings::default();
    let wide = CandidateSettings { apply: 40, rewrite: 40, relevant: 160, ..usual.clone() };
    [(0.6, usual), (1.0, wide)]
}

/// Searches until there is a proof, or it is time to stop; `spent` expansions were made before.
fn search(
    m: &mut Meta,
    policy: &mut HandMade,
    goal: MVarId,
    settings: &Settings,
    spent: u64,
    is_over: &dyn Fn() -> bool,
) -> (Option<Proof<Action>>, u64, StopReason) {
    let saved = m.save();
    let mut limits = settings.search.clone();
    limits.seed = settings.seed;
    limits.budgets.seconds = Some(settings.timeout * WALL_CLOCK);
    let expansions = settings.expansions.or(limits.budgets.expansions);
    limits.budgets.expansions = expansions.map(|n| n.saturating_sub(spent));
    let own = CancelFlag::new();
    let mut observer = |_: &Counts| {
        if is_over() {
            own.cancel();
        }
    };
    let mut backend = LeanBackend::new(m, policy);
    backend.declared_only = true;
    let Ok(root) = backend.state(&[goal]) else { return (None, 0, StopReason::Exhausted) };
    let found = best_first(&mut backend, root, &limits, &own, &mut observer);
    m.restore(&saved);
    (found.proof, found.report.counts.expansions, found.report.stop)
}

/// The final check, in the environment before the theorem: the term and the axioms it rests on.
fn check(
    m: &mut Meta,
    theorem: &Theorem,
    goal: MVarId,
    settings: &Settings,
) -> Result<(Expr, Vec<String>), String> {
    let st = m.st.clone();
    let term = m.instantiate(st.mvar(goal));
    // Levels that nothing determines can be anything.
    let term = if st.has_level_mvar(term) { st.map_levels(term, |l| ground(&st, l)) } else { term };
    let support = Support { before: &theorem.before, search: &theorem.env.kernel };
    let term = support.inline(&st, term).ok_or("it uses a constant that is not declared")?;
    let mut kernel = theorem.before.clone();
    let cval = ConstantVal { name: theorem.name, level_params: theorem.level_params.clone(), ty: theorem.ty };
    kernel.add_decl(&st, &Declaration::Theorem(cval, term)).map_err(|e| e.to_string())?;
    let axioms: Vec<String> = axioms_of(&kernel, &st, theorem.name).iter().map(ToString::to_string).collect();
    if let Some(a) = axioms.iter().find(|a| !settings.axioms.contains(a)) {
        return Err(format!("the proof rests on the axiom '{a}', which is not allowed"));
    }
    if settings.kernel == Kernel::Reference {
        let mut reference = turnstile_reference::Environment::new();
        reference.confirm_constant(&kernel, &st, theorem.name).map_err(|doubt| doubt.to_string())?;
    }
    Ok((term, axioms))
}

/// A level with 0 for its holes.
fn ground(st: &Store, l: turnstile_kernel::Level) -> turnstile_kernel::Level {
    match st.level(l) {
        LevelNode::MVar(_) => st.l_zero(),
        LevelNode::Succ(a) => st.l_succ(ground(st, a)),
        LevelNode::Max(a, b) => st.l_max(ground(st, a), ground(st, b)),
        LevelNode::IMax(a, b) => st.l_imax(ground(st, a), ground(st, b)),
        LevelNode::Zero | LevelNode::Param(_) => l,
    }
}

/// Symbols of a term, shared parts counted each time, up to a limit.
fn symbols(st: &Store, e: Expr, limit: usize) -> usize {
    fn go(st: &Store, e: Expr, left: &mut usize) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        with_stack(|| match st.node(e) {
            Node::App(f, a) => {
                go(st, f, left);
                go(st, a, left);
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                go(st, t, left);
                go(st, b, left);
            }
            Node::Let(_, t, v, b) => {
                go(st, t, left);
                go(st, v, left);
                go(st, b, left);
            }
            Node::Proj(_, _, x) => go(st, x, left),
            _ => {}
        });
    }
    let mut left = limit;
    go(st, e, &mut left);
    limit - left
}
