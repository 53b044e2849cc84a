//! The record of a run: goals, attempts, proofs with what they rest on, samples, policies, metrics. One SQLite file that
//! survives a kill at any moment: what an attempt brought is one transaction, on the disk when it returns.

use flate2::read::GzDecoder;
use flate2::{Compression, write::GzEncoder};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use turnstile::Status;
use turnstile::learn::{Recorded, Sample, SubGoal};

/// Why the record cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database.
    #[error("the record of the run: {0}")]
    Database(#[from] rusqlite::Error),
    /// What is stored in it.
    #[error("the record of the run holds something unreadable: {0}")]
    Content(String),
}

type Result<T> = std::result::Result<T, StoreError>;

/// What a goal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Learned from.
    Train,
    /// For the gate.
    HeldOut,
    /// The same as a test theorem: neither attempted nor learned from.
    Leaked,
}

impl Split {
    fn text(self) -> &'static str {
        match self {
            Split::Train => "train",
            Split::HeldOut => "held-out",
            Split::Leaked => "leaked",
        }
    }

    fn of(text: &str) -> Split {
        match text {
            "train" => Split::Train,
            "held-out" => Split::HeldOut,
            _ => Split::Leaked,
        }
    }
}

/// A goal of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its number.
    pub id: i64,
    /// The file it is from.
    pub file: String,
    /// Its name in that file.
    pub name: String,
    /// [`turnstile::learn::Canonical::statement`] of it.
    pub canonical: String,
    /// What it is for.
    pub split: Split,
    /// Its closed statement as text, if there is one.
    pub statement: Option<String>,
    /// `file`, or `hindsight` for a goal that was closed inside a proof.
    pub source: String,
    /// Library declarations hidden from it, separated by blanks.
    pub without: String,
}

/// What an attempt is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// The iteration, from 1.
    pub iteration: i64,
    /// The part of it.
    pub phase: &'a str,
    /// The policy in use.
    pub policy: &'a str,
}

/// What an attempt brought.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The verdict.
    pub status: Status,
    /// Processor seconds.
    pub cpu_seconds: f64,
    /// Goals expanded.
    pub expansions: u64,
    /// The proof and its axioms, if there is one.
    pub proof: Option<(String, Vec<String>)>,
}

/// A row of the gate: a theorem, whether it was proved, and how long that took.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The goal.
    pub goal: i64,
    /// File and name.
    pub name: String,
    /// The verdict.
    pub status: Status,
    /// Processor seconds.
    pub cpu_seconds: f64,
}

/// The record of a run.
#[derive(Debug)]
pub struct Store(Mutex<Connection>);

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS goals (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, name TEXT NOT NULL, canonical TEXT NOT NULL, split TEXT NOT NULL,
  definitions TEXT NOT NULL, statement TEXT, source TEXT NOT NULL, parent INTEGER REFERENCES goals(id),
  hidden TEXT NOT NULL DEFAULT '', iteration INTEGER NOT NULL DEFAULT 0, UNIQUE (file, name));
CREATE INDEX IF NOT EXISTS goals_canonical ON goals (canonical);
CREATE TABLE IF NOT EXISTS attempts (
  id INTEGER PRIMARY KEY, goal INTEGER NOT NULL REFERENCES goals(id), iteration INTEGER NOT NULL, phase TEXT NOT NULL,
  policy TEXT NOT NULL, status TEXT NOT NULL, cpu_seconds REAL NOT NULL, expansions INTEGER NOT NULL,
  made TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE (goal, iteration, phase, policy));
CREATE TABLE IF NOT EXISTS proofs (
  attempt INTEGER PRIMARY KEY REFERENCES attempts(id), goal INTEGER NOT NULL REFERENCES goals(id), text TEXT NOT NULL,
  axioms TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS samples (
  id INTEGER PRIMARY KEY, attempt INTEGER NOT NULL REFERENCES attempts(id), goal INTEGER NOT NULL REFERENCES goals(id),
  data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS policies (
  name TEXT PRIMARY KEY, iteration INTEGER NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL, data TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS metrics (iteration INTEGER NOT NULL, key TEXT NOT NULL, value REAL NOT NULL,
  PRIMARY KEY (iteration, key));
CREATE TABLE IF NOT EXISTS phases (iteration INTEGER NOT NULL, phase TEXT NOT NULL, PRIMARY KEY (iteration, phase));
";

impl Store {
    /// Opens or makes the record.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn open(path: &Path) -> Result<Store> {
        let c = Connection::open(path)?;
        c.busy_timeout(std::time::Duration::from_secs(10))?;
        c.pragma_update(None, "journal_mode", "WAL")?;
        c.pragma_update(None, "synchronous", "FULL")?;
        c.execute_batch(SCHEMA)?;
        Ok(Store(Mutex::new(c)))
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A transaction that a panic cut short is rolled back.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A fact about the run.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn fact(&self, key: &str) -> Result<Option<String>> {
        let c = self.lock();
        Ok(c.query_row("SELECT value FROM facts WHERE key = ?1", [key], |r| r.get(0)).optional()?)
    }

    /// Notes a fact about the run.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn set_fact(&self, key: &str, value: &str) -> Result<()> {
        self.lock().execute("INSERT OR REPLACE INTO facts VALUES (?1, ?2)", params![key, value])?;
        Ok(())
    }

    /// Adds a goal, unless the file has one of that name; `parent` is the goal in whose proof it was closed.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn add_goal(
        &self,
        goal: &Goal,
        definitions: &str,
        parent: Option<i64>,
        iteration: i64,
    ) -> Result<()> {
        self.lock().execute(
            "INSERT OR IGNORE INTO goals (file, name, canonical, split, definitions, statement, source, parent, hidden, \
             iteration) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                goal.file,
                goal.name,
                goal.canonical,
                goal.split.text(),
                definitions,
                goal.statement,
                goal.source,
                parent,
                goal.without,
                iteration
            ],
        )?;
        Ok(())
    }

    /// The goals, in the order they were added.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn goals(&self) -> Result<Vec<Goal>> {
        let c = self.lock();
        let mut q = c.prepare(
            "SELECT id, file, name, canonical, split, statement, source, hidden FROM goals ORDER BY id",
        )?;
        let rows = q.query_map([], |r| {
            Ok(Goal {
                id: r.get(0)?,
                file: r.get(1)?,
                name: r.get(2)?,
                canonical: r.get(3)?,
                split: Split::of(&r.get::<_, String>(4)?),
                statement: r.get(5)?,
                source: r.get(6)?,
                without: r.get(7)?,
            })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Whether there is a goal with this statement up to names.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn knows(&self, canonical: &str) -> Result<bool> {
        let c = self.lock();
        Ok(c.query_row("SELECT 1 FROM goals WHERE canonical = ?1 LIMIT 1", [canonical], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// Numbers of the goals that were attempted on this occasion.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn attempted(&self, on: &Occasion<'_>) -> Result<Vec<i64>> {
        let c = self.lock();
        let mut q =
            c.prepare("SELECT goal FROM attempts WHERE iteration = ?1 AND phase = ?2 AND policy = ?3")?;
        let rows = q.query_map(params![on.iteration, on.phase, on.policy], |r| r.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Numbers of the goals that have a proof that was learned from.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn solved(&self) -> Result<Vec<i64>> {
        let c = self.lock();
        let mut q = c.prepare(
            "SELECT DISTINCT goal FROM attempts WHERE status = 'proved' AND phase IN ('solve', 'teach') ORDER BY goal",
        )?;
        let rows = q.query_map([], |r| r.get(0))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Writes down an attempt with its proof and its samples, all or nothing. Sub-goals that are new become goals of the
    /// next iteration.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn record(&self, on: &Occasion<'_>, goal: i64, attempt: &Attempt, recorded: &Recorded) -> Result<()> {
        let mut packed = Vec::with_capacity(recorded.samples.len());
        for sample in &recorded.samples {
            packed.push(pack(sample)?);
        }
        let mut c = self.lock();
        let t = c.transaction()?;
        t.execute(
            "INSERT OR IGNORE INTO attempts (goal, iteration, phase, policy, status, cpu_seconds, expansions) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                goal,
                on.iteration,
                on.phase,
                on.policy,
                status_text(attempt.status),
                attempt.cpu_seconds,
                attempt.expansions as i64
            ],
        )?;
        let id = t.last_insert_rowid();
        if let Some((text, axioms)) = &attempt.proof {
            t.execute(
                "INSERT OR REPLACE INTO proofs VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, goal, text, axioms.join(" "), env!("CARGO_PKG_VERSION")],
            )?;
        }
        for data in packed {
            t.execute(
                "INSERT INTO samples (attempt, goal, data) VALUES (?1, ?2, ?3)",
                params![id, goal, data],
            )?;
        }
        t.commit()?;
        Ok(())
    }

    /// Adds goals that were closed inside the proof of another one, unless they are known or forbidden. Gives their number.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn add_hindsight(
        &self,
        parent: &Goal,
        sub_goals: &[SubGoal],
        forbidden: &dyn Fn(&str) -> bool,
        iteration: i64,
    ) -> Result<usize> {
        let mut added = 0;
        for sub in sub_goals {
            if self.knows(&sub.canonical)? || forbidden(&sub.canonical) {
                continue;
            }
            let goal = Goal {
                id: 0,
                file: parent.file.clone(),
                name: format!("hindsight_{}", sub.canonical.get(..12).unwrap_or(&sub.canonical)),
                canonical: sub.canonical.clone(),
                split: Split::Train,
                statement: Some(sub.statement.clone()),
                source: "hindsight".to_owned(),
                without: parent.without.clone(),
            };
            self.add_goal(&goal, "", Some(parent.id), iteration)?;
            added += 1;
        }
        Ok(added)
    }

    /// The samples to learn from: of searches that were learned from, with the canonical statements of their goals, in the
    /// order they were recorded. Those without a proof tell what does not work.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn samples(&self) -> Result<Vec<(String, Sample)>> {
        let c = self.lock();
        let mut q = c.prepare(
            "SELECT g.canonical, s.data FROM samples s JOIN goals g ON g.id = s.goal JOIN attempts a ON a.id = s.attempt \
             WHERE g.split = 'train' AND a.phase IN ('solve', 'teach') ORDER BY s.id",
        )?;
        let mut rows = q.query([])?;
        let mut out = vec![];
        while let Some(row) = rows.next()? {
            let data: Vec<u8> = row.get(1)?;
            out.push((row.get(0)?, unpack(&data)?));
        }
        Ok(out)
    }

    /// The definitions of the goals that are learned from.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn definitions(&self) -> Result<BTreeSet<String>> {
        let c = self.lock();
        let mut q = c.prepare("SELECT definitions FROM goals WHERE split = 'train'")?;
        let rows = q.query_map([], |r| r.get::<_, String>(0))?;
        let mut out = BTreeSet::new();
        for row in rows {
            out.extend(row?.split_whitespace().map(str::to_owned));
        }
        Ok(out)
    }

    /// What became of the attempts of an occasion.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn measured(&self, on: &Occasion<'_>) -> Result<Vec<Measured>> {
        let c = self.lock();
        let mut q = c.prepare(
            "SELECT a.goal, g.file || ':' || g.name, a.status, a.cpu_seconds FROM attempts a JOIN goals g ON g.id = a.goal \
             WHERE a.iteration = ?1 AND a.phase = ?2 AND a.policy = ?3 ORDER BY a.goal",
        )?;
        let rows = q.query_map(params![on.iteration, on.phase, on.policy], |r| {
            let status: String = r.get(2)?;
            Ok(Measured {
                goal: r.get(0)?,
                name: r.get(1)?,
                status: status_of(&status),
                cpu_seconds: r.get(3)?,
            })
        })?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Counts rows: attempts of an iteration and phase, and of these the proved ones, and their processor seconds.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn tally(&self, iteration: i64, phase: &str) -> Result<(usize, usize, f64)> {
        let c = self.lock();
        Ok(c.query_row(
            "SELECT COUNT(*), COALESCE(SUM(status = 'proved'), 0), COALESCE(SUM(cpu_seconds), 0) FROM attempts \
             WHERE iteration = ?1 AND phase = ?2",
            params![iteration, phase],
            |r| Ok((r.get::<_, i64>(0)? as usize, r.get::<_, i64>(1)? as usize, r.get(2)?)),
        )?)
    }

    /// Notes a policy, or what became of it.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn set_policy(&self, name: &str, iteration: i64, mode: &str, status: &str, why: &str) -> Result<()> {
        self.lock().execute(
            "INSERT OR REPLACE INTO policies (name, iteration, mode, status, data, why) VALUES (?1, ?2, ?3, ?4, '', ?5)",
            params![name, iteration, mode, status, why],
        )?;
        Ok(())
    }

    /// The policies: name, iteration, mode, what became of it, and why.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn policies(&self) -> Result<Vec<(String, i64, String, String, String)>> {
        let c = self.lock();
        let mut q =
            c.prepare("SELECT name, iteration, mode, status, why FROM policies ORDER BY iteration, name")?;
        let rows = q.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?;
        Ok(rows.collect::<std::result::Result<_, _>>()?)
    }

    /// Notes a number about an iteration.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn set_metric(&self, iteration: i64, key: &str, value: f64) -> Result<()> {
        self.lock()
            .execute("INSERT OR REPLACE INTO metrics VALUES (?1, ?2, ?3)", params![iteration, key, value])?;
        Ok(())
    }

    /// The numbers about an iteration.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn metric(&self, iteration: i64, key: &str) -> Result<Option<f64>> {
        let c = self.lock();
        let q = "SELECT value FROM metrics WHERE iteration = ?1 AND key = ?2";
        Ok(c.query_row(q, params![iteration, key], |r| r.get(0)).optional()?)
    }

    /// Notes that a part of an iteration is done.
    ///
    /// # Errors
    /// When the record cannot be written.
    pub fn finish(&self, iteration: i64, phase: &str) -> Result<()> {
        self.lock().execute("INSERT OR IGNORE INTO phases VALUES (?1, ?2)", params![iteration, phase])?;
        Ok(())
    }

    /// Whether a part of an iteration is done.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn is_finished(&self, iteration: i64, phase: &str) -> Result<bool> {
        let c = self.lock();
        let q = "SELECT 1 FROM phases WHERE iteration = ?1 AND phase = ?2";
        Ok(c.query_row(q, params![iteration, phase], |_| Ok(())).optional()?.is_some())
    }

    /// Number of iterations that are finished.
    ///
    /// # Errors
    /// When the record cannot be read.
    pub fn iterations(&self) -> Result<i64> {
        let c = self.lock();
        Ok(c.query_row("SELECT COALESCE(MAX(iteration), 0) FROM phases WHERE phase = 'all'", [], |r| {
            r.get(0)
        })?)
    }
}

fn status_text(status: Status) -> &'static str {
    match status {
        Status::Proved => "proved",
        Status::Refuted => "refuted",
        Status::NotProved => "not proved",
        Status::Budget => "budget",
        Status::Cancelled => "cancelled",
        Status::Invalid => "invalid",
        Status::Failed => "failed",
    }
}

fn status_of(text: &str) -> Status {
    Status::ALL.into_iter().find(|s| status_text(*s) == text).unwrap_or(Status::Failed)
}

fn pack(sample: &Sample) -> Result<Vec<u8>> {
    let unreadable = |e: &dyn std::fmt::Display| StoreError::Content(e.to_string());
    let text = serde_json::to_vec(sample).map_err(|e| unreadable(&e))?;
    let mut z = GzEncoder::new(vec![], Compression::fast());
    z.write_all(&text).map_err(|e| unreadable(&e))?;
    z.finish().map_err(|e| unreadable(&e))
}

fn unpack(data: &[u8]) -> Result<Sample> {
    const MOST: u64 = 64 << 20;
    let unreadable = |e: &dyn std::fmt::Display| StoreError::Content(e.to_string());
    let mut text = vec![];
    GzDecoder::new(data).take(MOST).read_to_end(&mut text).map_err(|e| unreadable(&e))?;
    serde_json::from_slice(&text).map_err(|e| unreadable(&e))
}
