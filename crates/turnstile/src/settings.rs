//! What a run of the prover is asked for. Settings are data: a report prints them.

use serde::{Deserialize, Serialize};

/// Which kernel has the last word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kernel {
    /// The fast one alone.
    #[default]
    Fast,
    /// The fast one, and then the reference on the same declarations and on all they rest on.
    Reference,
}

/// What is made of a proof that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// Whether a proof is made shorter and stable before it is given.
    pub minimise: bool,
    /// Changes that are tried on a proof to this end.
    pub trials: u32,
    /// Number of different proofs to look for.
    pub proofs: usize,
    /// Whether to write down what was tried.
    pub log: bool,
    /// Draw the search graph, with so many goals.
    pub graph: Option<usize>,
}

impl Default for Answers {
    fn default() -> Self {
        Answers { minimise: true, trials: 120, proofs: 1, log: false, graph: None }
    }
}

/// Everything that shapes a run, with values that work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Only these theorems; all, if there are none.
    pub theorems: Vec<String>,
    /// Seconds for each theorem.
    pub timeout: f64,
    /// Whether these are processor seconds of the worker instead of wall-clock seconds: then a busy machine does not change
    /// what is proved.
    pub cpu_time: bool,
    /// Goals that the search may expand for each theorem.
    pub expansions: Option<u64>,
    /// Worker threads, each with a theorem of its own.
    pub jobs: usize,
    /// Threads that work on each theorem together; with more than one, runs need not repeat each other.
    pub workers: usize,
    /// Start of the random numbers.
    pub seed: u64,
    /// Library declarations hidden from all theorems.
    pub without: Vec<String>,
    /// Axioms that a proof may rest on.
    pub axioms: Vec<String>,
    /// Bound on the memory of an attempt, in bytes; at it the attempt ends. Shared by the workers.
    pub memory: Option<u64>,
    /// Which kernel has the last word on a proof.
    pub kernel: Kernel,
    /// Whether lemmas are discovered where the search alone does not find a proof.
    pub lemmas: bool,
    /// What is made of a proof that was found.
    pub answers: Answers,
    /// Whether counterexamples are looked for.
    pub refute: bool,
    /// What ranks the candidates of searches: `prior` (hand-made), `knn`, `net`, `mix`, or the folder of a policy.
    pub policy: String,
    /// How the search goes about it; its budgets and its seed are set for each theorem.
    pub search: turnstile_search::Settings,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theorems: Vec::new(),
            timeout: 10.0,
            cpu_time: false,
            expansions: None,
            jobs: 1,
            workers: 1,
            seed: 0,
            without: Vec::new(),
            axioms: ["propext", "Quot.sound", "Classical.choice"].map(str::to_owned).into(),
            memory: None,
            kernel: Kernel::default(),
            lemmas: true,
            answers: Answers::default(),
            refute: true,
            policy: "prior".to_owned(),
            search: turnstile_search::Settings::default(),
        }
    }
}

/// What a term of a search costs in memory: its node, its place in the index, and its share of caches, states and graph
/// (`docs/notes/environment.md` has the measurement).
const BYTES_PER_TERM: u64 = 200;

impl Settings {
    /// The terms that each worker may make within the bound on memory.
    #[must_use]
    pub fn terms(&self) -> Option<usize> {
        let bytes = self.memory? / self.workers.max(1) as u64;
        Some(usize::try_from(bytes / BYTES_PER_TERM).unwrap_or(usize::MAX))
    }

    /// The search settings of one theorem, within the given number of seconds.
    pub fn search_within(&self, seconds: f64) -> turnstile_search::Settings {
        let mut search = self.search.clone();
        search.seed = self.seed;
        search.budgets.seconds = Some(seconds.min(self.timeout));
        search.budgets.expansions = self.expansions.or(search.budgets.expansions);
        search
    }
}
