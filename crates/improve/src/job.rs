//! The job: iterations of solving, recording, training and judging, each part done once, whenever the program is killed.

use crate::canary::canaries;
use crate::gate::{Verdict, verdict};
use crate::learn::{LearnError, make_policy};
use crate::store::{Attempt, Goal, Occasion, Split, Store, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use turnstile::learn::{FileGoal, Learned, PolicyCard, PolicyError, Recorder, file_goals};
use turnstile::{CancelFlag, Progress, Prover, Settings, Source, Status, TheoremReport};
use turnstile_network::TrainSettings;
use turnstile_policy::knn::{Memory, Shared};
use turnstile_policy::{Guide, Mix};

/// Why a job cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The record.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The training.
    #[error(transparent)]
    Learn(#[from] LearnError),
    /// A policy.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A file.
    #[error("{path}: {why}", path = .0.display(), why = .1)]
    Io(PathBuf, String),
    /// A canary was proved.
    #[error(
        "a statement that must not be proved was proved: {0}; the job is stopped and the policy put into quarantine"
    )]
    Canary(String),
    /// The folder holds no run, or another one.
    #[error("{0}")]
    Run(String),
    /// Someone asked to stop.
    #[error("stopped; `turnstile resume` goes on")]
    Stopped,
}

/// What a job is asked for; kept with the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RunSettings {
    /// Theorem files to learn from.
    pub sets: Vec<PathBuf>,
    /// Theorem files that must not be learned from, whatever names their theorems have elsewhere.
    pub tests: Vec<PathBuf>,
    /// Files of false statements, of which some are attempted in every iteration.
    pub false_sets: Vec<PathBuf>,
    /// Processor seconds for each attempt.
    pub timeout: f64,
    /// Theorems at the same time.
    pub workers: usize,
    /// One theorem of so many is held out for the gate.
    pub held_out: u64,
    /// Start of the random numbers.
    pub seed: u64,
    /// False statements that are attempted in every iteration, for each file.
    pub canaries: usize,
    /// Sub-goals that become goals, in each iteration at most.
    pub hindsight: usize,
    /// Whether a network is trained.
    pub network: bool,
    /// How it is trained.
    pub train: TrainSettings,
    /// Axioms that proofs may rest on.
    pub axioms: Vec<String>,
}

impl Default for RunSettings {
    fn default() -> Self {
        RunSettings {
            sets: vec![],
            tests: vec![],
            false_sets: vec![],
            timeout: 1.0,
            workers: 1,
            held_out: 4,
            seed: 0,
            canaries: 8,
            hindsight: 40,
            network: true,
            train: TrainSettings { epochs: 10, seconds: 120.0, ..TrainSettings::default() },
            axioms: Settings::default().axioms,
        }
    }
}

/// What a job says on the way.
#[derive(Clone, Debug)]
pub enum Event {
    /// A part begins: iteration, what it is, how many attempts.
    Phase(i64, String, usize),
    /// An attempt ended: name and verdict.
    Attempt(String, Status),
    /// The training: share done, loss, seconds left.
    Training(f64, f64, f64),
    /// The gate's comparison, and whether the policy is promoted.
    Gate(String, Verdict, bool),
    /// Something worth a line.
    Note(String),
}

/// A job over a folder.
pub struct Job<'a> {
    folder: PathBuf,
    store: Store,
    settings: RunSettings,
    cancel: &'a CancelFlag,
    say: &'a (dyn Fn(Event) + Sync),
    texts: BTreeMap<String, String>,
}

/// The theorem name by which the parts of a run without a policy of their own are known.
const PRIOR: &str = "prior";

impl<'a> Job<'a> {
    /// Begins a run in a folder, or goes on with the one there.
    ///
    /// # Errors
    /// When files are missing, a run there has other settings, or a canary was proved in it.
    pub fn open(
        folder: &Path,
        settings: Option<RunSettings>,
        cancel: &'a CancelFlag,
        say: &'a (dyn Fn(Event) + Sync),
    ) -> Result<Job<'a>, JobError> {
        std::fs::create_dir_all(folder).map_err(|e| JobError::Io(folder.to_owned(), e.to_string()))?;
        let store = Store::open(&folder.join("run.db"))?;
        let known = store.fact("settings")?.map(|t| serde_json::from_str::<RunSettings>(&t));
        let known = known.transpose().map_err(|e| StoreError::Content(e.to_string()))?;
        let settings = match (known, settings) {
            (Some(known), None) => known,
            (Some(known), Some(asked)) if known == asked => known,
            (Some(_), Some(_)) => {
                return Err(JobError::Run("the folder holds a run with other settings".to_owned()));
            }
            (None, Some(asked)) => {
                let text = serde_json::to_string(&asked).map_err(|e| StoreError::Content(e.to_string()))?;
                store.set_fact("settings", &text)?;
                asked
            }
            (None, None) => return Err(JobError::Run("the folder holds no run".to_owned())),
        };
        if let Some(name) = store.fact("canary")? {
            return Err(JobError::Canary(name));
        }
        let mut job = Job { folder: folder.to_owned(), store, settings, cancel, say, texts: BTreeMap::new() };
        job.read_goals()?;
        Ok(job)
    }

    /// The record.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    fn read(path: &Path) -> Result<String, JobError> {
        let source = Source::read(path).map_err(|e| JobError::Io(path.to_owned(), e.to_string()))?;
        Ok(source.text)
    }

    /// Reads the sets, and on the first time their goals.
    fn read_goals(&mut self) -> Result<(), JobError> {
        for path in &self.settings.sets {
            let text = Self::read(path)?;
            // A set that changed is another one: what is known of its goals would be about other statements.
            let key = format!("text of {}", path.display());
            let hash = format!("{:032x}", fnv(&text));
            match self.store.fact(&key)? {
                Some(old) if old != hash => {
                    return Err(JobError::Run(format!("{} changed since the run began", path.display())));
                }
                Some(_) => {}
                None => self.store.set_fact(&key, &hash)?,
            }
            self.texts.insert(path.display().to_string(), text);
        }
        if self.store.fact("goals")?.is_some() {
            return Ok(());
        }
        let mut forbidden = BTreeSet::new();
        for path in &self.settings.tests {
            for goal in file_goals(&Self::read(path)?) {
                forbidden.insert(goal.canonical.statement);
            }
        }
        let list: Vec<&String> = forbidden.iter().collect();
        let text = serde_json::to_string(&list).map_err(|e| StoreError::Content(e.to_string()))?;
        self.store.set_fact("forbidden", &text)?;
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for (file, text) in &self.texts {
            for goal in file_goals(text) {
                let canonical = goal.canonical.statement.clone();
                let leaked = forbidden.contains(&canonical);
                // The same statement twice would be learned from and held out.
                if !leaked && !seen.insert(canonical) {
                    continue;
                }
                if leaked {
                    (self.say)(Event::Note(format!(
                        "{file}: {} is a test theorem; it is left out",
                        goal.name
                    )));
                }
                let held_out = fnv(&format!("{}{}", goal.canonical.statement, self.settings.seed));
                let split = match (leaked, held_out.is_multiple_of(u128::from(self.settings.held_out.max(2))))
                {
                    (true, _) => Split::Leaked,
                    (false, true) => Split::HeldOut,
                    (false, false) => Split::Train,
                };
                self.add(file, &goal, split)?;
            }
        }
        self.store.set_fact("goals", "read")?;
        Ok(())
    }

    fn add(&self, file: &str, goal: &FileGoal, split: Split) -> Result<(), JobError> {
        let row = Goal {
            id: 0,
            file: file.to_owned(),
            name: goal.name.clone(),
            canonical: goal.canonical.statement.clone(),
            split,
            statement: goal.statement.clone(),
            source: "file".to_owned(),
            without: goal.without.join(" "),
        };
        let definitions: Vec<&str> = goal.canonical.definitions.iter().map(String::as_str).collect();
        Ok(self.store.add_goal(&row, &definitions.join(" "), None, 0)?)
    }

    /// Makes iterations until there are so many, or the time is over.
    ///
    /// # Errors
    /// When a canary is proved, someone asks to stop, or files fail.
    pub fn run(&self, iterations: i64, seconds: Option<f64>) -> Result<(), JobError> {
        let start = Instant::now();
        for i in self.store.iterations()? + 1..=iterations {
            if seconds.is_some_and(|s| start.elapsed().as_secs_f64() > s) {
                break;
            }
            self.iteration(i)?;
        }
        Ok(())
    }

    /// One iteration: each part is made unless it is done already.
    fn iteration(&self, i: i64) -> Result<(), JobError> {
        let begun = Instant::now();
        self.solve(i)?;
        self.teach(i)?;
        self.canaries(i)?;
        self.learn(i)?;
        self.gate(i)?;
        let spent = self.store.metric(i, "seconds")?.unwrap_or(0.0) + begun.elapsed().as_secs_f64();
        self.store.set_metric(i, "seconds", spent)?;
        self.store.finish(i, "all")?;
        Ok(())
    }

    fn check(&self) -> Result<(), JobError> {
        if self.cancel.is_cancelled() { Err(JobError::Stopped) } else { Ok(()) }
    }

    /// The policy in use: the name of its folder and how it is used.
    fn current(&self) -> Result<Option<(String, String)>, JobError> {
        let policies = self.store.policies()?;
        let last = policies.into_iter().rev().find(|p| p.3 == "promoted");
        Ok(last.map(|(name, _, mode, ..)| (name, mode)))
    }

    fn policy_folder(&self, i: i64) -> PathBuf {
        self.folder.join("policies").join(format!("{i:04}"))
    }

    /// A guide of a policy by its name, `0003/mix` say; none for the priors.
    fn guide(&self, name: &str) -> Result<Option<Arc<dyn Guide>>, JobError> {
        let Some((folder, mode)) = name.split_once('/') else { return Ok(None) };
        Ok(Learned::read(&self.folder.join("policies").join(folder))?.guide(mode)?)
    }

    fn settings(&self, timeout: f64, lemmas: bool) -> Settings {
        let mut s = Settings {
            timeout,
            cpu_time: true,
            jobs: self.settings.workers.max(1),
            lemmas,
            refute: false,
            seed: self.settings.seed,
            axioms: self.settings.axioms.clone(),
            ..Settings::default()
        };
        s.answers.minimise = false;
        s
    }

    /// Searches for proofs of what is to be learned from, with what is known until then and what is found on the way.
    fn solve(&self, i: i64) -> Result<(), JobError> {
        if self.store.is_finished(i, "solve")? {
            return Ok(());
        }
        // The memory is made from the record, so it is the same after a kill.
        let mut memory = Memory::default();
        for (theorem, sample) in self.store.samples()?.iter().filter(|(_, s)| s.solved) {
            for action in sample.right() {
                memory.insert(&sample.goal, action, theorem);
            }
        }
        let memory = Arc::new(Shared::new(memory));
        let mut guides: Vec<Arc<dyn Guide>> = vec![memory.clone()];
        if let Some((name, mode)) = self.current()?
            && mode != "knn"
            && let Some(net) = self.guide(&format!("{}/net", name.split('/').next().unwrap_or(&name)))?
        {
            guides.push(net);
        }
        let guide: Option<Arc<dyn Guide>> = Some(Arc::new(Mix(guides)));
        let train = |g: &Goal| g.split == Split::Train;
        self.attempt_all(i, "solve", "live", guide, self.settings.timeout, false, Some(&memory), &train)?;
        self.store.finish(i, "solve")?;
        Ok(())
    }

    /// What no search has proved yet is attempted by all means: what the waterfall and discovery do is learned from as well.
    fn teach(&self, i: i64) -> Result<(), JobError> {
        if self.store.is_finished(i, "teach")? {
            return Ok(());
        }
        let solved: BTreeSet<i64> = self.store.solved()?.into_iter().collect();
        let open = |g: &Goal| {
            g.split == Split::Train
                && g.source == "file"
                && (!solved.contains(&g.id) || self.was_taught(i, g.id))
        };
        // Attempted in every second iteration: a new policy finds them by itself, or lemmas are needed.
        if i % 2 == 1 {
            self.attempt_all(i, "teach", PRIOR, None, 2.0 * self.settings.timeout, true, None, &open)?;
        }
        self.store.finish(i, "teach")?;
        Ok(())
    }

    /// Whether this iteration's teaching had the goal already: then it is in its list, so that a resumed run has the same.
    fn was_taught(&self, i: i64, goal: i64) -> bool {
        let on = Occasion { iteration: i, phase: "teach", policy: PRIOR };
        self.store.attempted(&on).is_ok_and(|list| list.contains(&goal))
    }

    /// Attempts the goals that `wanted` picks and that have not been attempted on this occasion.
    fn attempt_all(
        &self,
        i: i64,
        phase: &str,
        policy: &str,
        guide: Option<Arc<dyn Guide>>,
        timeout: f64,
        lemmas: bool,
        memory: Option<&Arc<Shared>>,
        wanted: &dyn Fn(&Goal) -> bool,
    ) -> Result<(), JobError> {
        let on = Occasion { iteration: i, phase, policy };
        let done: BTreeSet<i64> = self.store.attempted(&on)?.into_iter().collect();
        let goals: Vec<Goal> = self.store.goals()?.into_iter().filter(|g| wanted(g)).collect();
        let left = goals.iter().filter(|g| !done.contains(&g.id)).count();
        if left > 0 {
            (self.say)(Event::Phase(i, format!("{phase} ({policy})"), left));
        }
        let learns = matches!(phase, "solve" | "teach");
        let forbidden = self.forbidden()?;
        for (file, text) in &self.texts {
            self.check()?;
            let own: BTreeMap<&str, &Goal> = goals
                .iter()
                .filter(|g| g.file == *file && !done.contains(&g.id))
                .map(|g| (g.name.as_str(), g))
                .collect();
            if own.is_empty() {
                continue;
            }
            let mut text = text.trim_end().to_owned();
            for g in own.values().filter(|g| g.source == "hindsight") {
                let Some(statement) = &g.statement else { continue };
                text.push_str("\n\n");
                if !g.without.is_empty() {
                    text.push_str(&format!("-- without: {}\n", g.without));
                }
                text.push_str(&format!("theorem {} : {statement} := sorry", g.name));
            }
            text.push('\n');
            let recorder = Arc::new(Recorder::default());
            let scribe = Scribe {
                job: self,
                on,
                goals: &own,
                recorder: &recorder,
                memory,
                learns,
                forbidden: &forbidden,
                failed: Mutex::new(None),
            };
            let theorems = own.keys().map(|name| (*name).to_owned()).collect();
            let settings = Settings { theorems, ..self.settings(timeout, lemmas) };
            let mut prover = Prover::new(settings).guided(guide.clone());
            if learns {
                prover = prover.recorded(recorder.clone());
            }
            let source = Source { path: PathBuf::from(file), text };
            let outcome = prover.prove_file(&source, &scribe, self.cancel);
            let failed = scribe.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
            if let Some(error) = failed {
                return Err(error.into());
            }
            // Two theorems of one name, or a sub-goal that cannot be read after all: not attempted, and never again.
            for name in &outcome.missing {
                if let Some(g) = own.get(name.as_str()) {
                    let attempt =
                        Attempt { status: Status::Invalid, cpu_seconds: 0.0, expansions: 0, proof: None };
                    self.store.record(&on, g.id, &attempt, &Default::default())?;
                }
            }
        }
        self.check()
    }

    /// Statements that must not become goals.
    fn forbidden(&self) -> Result<BTreeSet<String>, JobError> {
        let text = self.store.fact("forbidden")?.unwrap_or_else(|| "[]".to_owned());
        Ok(serde_json::from_str(&text).map_err(|e| StoreError::Content(e.to_string()))?)
    }

    /// Attempts what must not be proved; a proof ends the job.
    fn canaries(&self, i: i64) -> Result<(), JobError> {
        if self.store.is_finished(i, "canaries")? {
            return Ok(());
        }
        let current = self.current()?;
        let name = current.as_ref().map_or(PRIOR, |(name, _)| name.as_str());
        let guide = self.guide(name)?;
        let goals = self.store.goals()?;
        let solved: BTreeSet<i64> = self.store.solved()?.into_iter().collect();
        let mut tried = 0;
        for (file, text) in &self.texts {
            let own: Vec<&Goal> = goals
                .iter()
                .filter(|g| g.file == *file && g.split == Split::Train && g.source == "file")
                .collect();
            let proved = |g: &Goal| solved.contains(&g.id);
            let (text, names) = canaries(text, &own, &proved, self.settings.canaries, i as u64);
            tried += self.sing(i, file, text, names, guide.clone())?;
        }
        for path in &self.settings.false_sets {
            let text = Self::read(path)?;
            let mut names: Vec<String> = file_goals(&text).into_iter().map(|g| g.name).collect();
            names.sort_by_key(|n| fnv(&format!("{n}{i}")));
            names.truncate(self.settings.canaries);
            tried += self.sing(i, &path.display().to_string(), text, names, guide.clone())?;
        }
        self.store.set_metric(i, "canaries", tried as f64)?;
        self.store.finish(i, "canaries")?;
        Ok(())
    }

    /// Attempts these theorems of a text; a proof of one ends the job. Gives their number.
    fn sing(
        &self,
        i: i64,
        file: &str,
        text: String,
        names: Vec<String>,
        guide: Option<Arc<dyn Guide>>,
    ) -> Result<usize, JobError> {
        self.check()?;
        (self.say)(Event::Phase(i, format!("canaries of {file}"), names.len()));
        let settings = Settings { theorems: names, ..self.settings(self.settings.timeout, true) };
        let source = Source { path: PathBuf::from(file), text };
        let outcome = Prover::new(settings).guided(guide).prove_file(&source, &(), self.cancel);
        self.check()?;
        if let Some(t) = outcome.report.theorems.iter().find(|t| t.status == Status::Proved) {
            let name = format!("{file}: {}", t.name);
            let why = format!("proved the canary {name}: {}", t.proof.as_deref().unwrap_or(""));
            self.store.set_fact("canary", &name)?;
            if let Some((current, mode)) = self.current()? {
                self.store.set_policy(&current, i, &mode, "quarantined", &why)?;
            }
            (self.say)(Event::Note(why));
            return Err(JobError::Canary(name));
        }
        Ok(outcome.report.theorems.len())
    }

    /// Makes a policy from all that was learned.
    fn learn(&self, i: i64) -> Result<(), JobError> {
        if self.store.is_finished(i, "learn")? {
            return Ok(());
        }
        self.check()?;
        let samples = self.store.samples()?;
        let right = samples.iter().filter(|(_, s)| s.right().next().is_some()).count();
        (self.say)(Event::Phase(
            i,
            format!("learn from {} samples, {right} with a right step", samples.len()),
            0,
        ));
        self.store.set_metric(i, "samples", samples.len() as f64)?;
        self.store.set_metric(i, "right", right as f64)?;
        let card = PolicyCard {
            name: format!("{i:04}"),
            mode: if self.settings.network { "mix" } else { "knn" }.to_owned(),
            command: format!("turnstile improve, iteration {i}"),
            ..PolicyCard::default()
        };
        // With too little to learn a network from, there is the memory.
        const ENOUGH: usize = 64;
        let network = (self.settings.network && right >= ENOUGH).then_some(&self.settings.train);
        let mut watch = |p: &turnstile_network::Progress| {
            (self.say)(Event::Training(p.steps[0] as f64 / p.steps[1].max(1) as f64, p.loss, p.seconds_left));
            !self.cancel.is_cancelled()
        };
        let folder = self.policy_folder(i);
        let trained =
            make_policy(&samples, &self.store.definitions()?, &folder, card, network, true, &mut watch)?;
        self.store.set_metric(i, "memory", trained.memory as f64)?;
        if let Some(summary) = trained.network {
            let best = summary.epochs.iter().find(|e| e.epoch == summary.best);
            self.store.set_metric(i, "top1", best.map_or(0.0, |e| e.top1))?;
            self.store.set_metric(i, "prior top1", summary.prior_top1)?;
            for e in &summary.epochs {
                self.store.set_metric(i, &format!("loss {}", e.epoch), e.loss)?;
                self.store.set_metric(i, &format!("held-out loss {}", e.epoch), e.held_out)?;
            }
        }
        self.store.finish(i, "learn")?;
        Ok(())
    }

    /// Compares the new policy with the one in use on what is held out, and promotes it if it proves more.
    fn gate(&self, i: i64) -> Result<(), JobError> {
        if self.store.is_finished(i, "gate")? {
            return Ok(());
        }
        let held_out = |g: &Goal| g.split == Split::HeldOut;
        let current = self.current()?;
        let old = current.as_ref().map_or(PRIOR.to_owned(), |(name, _)| name.clone());
        let has_network = self.policy_folder(i).join("network.json").is_file();
        let mut names = vec![format!("{i:04}/knn")];
        if has_network {
            names.push(format!("{i:04}/mix"));
        }
        let run = |name: &str| -> Result<_, JobError> {
            let guide = self.guide(name)?;
            self.attempt_all(i, "gate", name, guide, self.settings.timeout, false, None, &held_out)?;
            Ok(self.store.measured(&Occasion { iteration: i, phase: "gate", policy: name })?)
        };
        let before = run(&old)?;
        let mut best: Option<(String, Verdict)> = None;
        for name in names {
            let v = verdict(&before, &run(&name)?);
            if best.as_ref().is_none_or(|(_, b)| v.proved[1] > b.proved[1]) {
                best = Some((name.clone(), v.clone()));
            }
            self.store.set_metric(
                i,
                &format!("gate {}", name.split('/').next_back().unwrap_or("")),
                v.proved[1] as f64,
            )?;
        }
        let Some((name, v)) = best else { return Ok(()) };
        let promoted = v.promotes();
        let why = format!(
            "{} of {} held-out goals, {old}: {}; gained {}, lost {}, by chance {:.2}",
            v.proved[1],
            v.goals,
            v.proved[0],
            v.gained.len(),
            v.lost.len(),
            v.chance()
        );
        let mode = name.split('/').next_back().unwrap_or("knn").to_owned();
        Learned::note(&self.policy_folder(i), &mode, why.clone())?;
        self.store.set_metric(i, "gate old", v.proved[0] as f64)?;
        self.store.set_metric(i, "gate new", v.proved[1] as f64)?;
        self.store.set_metric(i, "held-out", v.goals as f64)?;
        self.store.set_policy(&name, i, &mode, if promoted { "promoted" } else { "refused" }, &why)?;
        self.store.finish(i, "gate")?;
        (self.say)(Event::Gate(name, v, promoted));
        Ok(())
    }
}

/// Writes attempts down the moment they end.
struct Scribe<'a> {
    job: &'a Job<'a>,
    on: Occasion<'a>,
    goals: &'a BTreeMap<&'a str, &'a Goal>,
    recorder: &'a Recorder,
    memory: Option<&'a Arc<Shared>>,
    learns: bool,
    forbidden: &'a BTreeSet<String>,
    failed: Mutex<Option<StoreError>>,
}

impl Progress for Scribe<'_> {
    fn finished(&self, _worker: usize, report: &TheoremReport) {
        let Some(goal) = self.goals.get(report.name.as_str()) else { return };
        // An attempt that was stopped from outside is made again.
        if report.status == Status::Cancelled {
            return;
        }
        let mut recorded = self.recorder.take(&report.name);
        let proved = report.status == Status::Proved;
        if !proved {
            // Steps of a proof that did not pass the check, if there are such, are no steps of a proof.
            recorded.samples.retain(|s| !s.solved);
            recorded.sub_goals.clear();
        }
        let attempt = Attempt {
            status: report.status,
            cpu_seconds: report.cpu_seconds,
            expansions: report.expansions,
            proof: report.proof.clone().map(|p| (p, report.axioms.clone())),
        };
        let store = &self.job.store;
        let written = store.record(&self.on, goal.id, &attempt, &recorded).and_then(|()| {
            if !self.learns || !proved {
                return Ok(());
            }
            let forbidden = |c: &str| self.forbidden.contains(c);
            let i = self.on.iteration;
            let room = store.metric(i, "hindsight")?.unwrap_or(0.0);
            let most = (self.job.settings.hindsight as f64 - room).max(0.0) as usize;
            let subs = recorded.sub_goals.get(..most.min(recorded.sub_goals.len())).unwrap_or(&[]);
            let added = store.add_hindsight(goal, subs, &forbidden, i)?;
            store.set_metric(i, "hindsight", room + added as f64)
        });
        if let Err(error) = written {
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            self.job.cancel.cancel();
            return;
        }
        if proved && let Some(memory) = self.memory {
            for sample in recorded.samples.iter().filter(|s| s.solved) {
                for action in sample.right() {
                    memory.insert(&sample.goal, action, &goal.name);
                }
            }
        }
        (self.job.say)(Event::Attempt(report.name.clone(), report.status));
    }
}

/// A hash that is the same everywhere (FNV-1a, 128 bits).
fn fnv(text: &str) -> u128 {
    let start = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let h: u128 =
        text.bytes().fold(start, |h, b| (h ^ u128::from(b)).wrapping_mul(0x0100_0000_0000_0000_0000_013b));
    h ^ (h >> 64)
}
