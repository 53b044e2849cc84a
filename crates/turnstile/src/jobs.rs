//! Runs one attempt per theorem on several workers. A panic loses its own theorem only.

use crate::answer::Explanation;
use crate::log::SearchLog;
use crate::report::{Status, TheoremReport};
use crate::splice::Edit;
use cpu_time::ThreadTime;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use turnstile_search::{CancelFlag, Picture};

/// Looks on while theorems are worked on; called from the worker threads. `()` looks away.
pub trait Progress: Sync {
    /// A worker takes up a theorem.
    fn started(&self, _worker: usize, _theorem: &str) {}
    /// Its search has come this far.
    fn advanced(&self, _worker: usize, _expansions: u64) {}
    /// It is done with it.
    fn finished(&self, _worker: usize, _report: &TheoremReport) {}
}

impl Progress for () {}

/// A theorem to be attempted.
pub trait Job: Sync {
    /// Full name of the theorem.
    fn name(&self) -> &str;
    /// Line of its declaration, from 1.
    fn line(&self) -> usize;
}

/// What an attempt brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempted {
    /// The verdict.
    pub status: Status,
    /// The tactic script, if it is proved.
    pub proof: Option<String>,
    /// Other proofs.
    pub alternatives: Vec<String>,
    /// What the proof does, in plain words.
    pub explanation: Option<Explanation>,
    /// What puts it into the text.
    pub edits: Vec<Edit>,
    /// What was tried, if it was to be written down.
    pub log: Vec<SearchLog>,
    /// The search graph, if it was to be drawn.
    pub picture: Option<Picture>,
    /// Number of goals the search expanded.
    pub expansions: u64,
    /// The axioms the proof rests on.
    pub axioms: Vec<String>,
    /// Why there is no proof, or what else there is to say.
    pub message: Option<String>,
}

impl Attempted {
    /// No proof, for this reason.
    pub fn without_proof(status: Status, message: impl Into<String>) -> Self {
        Attempted {
            status,
            proof: None,
            alternatives: Vec::new(),
            explanation: None,
            edits: Vec::new(),
            log: Vec::new(),
            picture: None,
            expansions: 0,
            axioms: Vec::new(),
            message: Some(message.into()),
        }
    }
}

/// Attempts all jobs, each on one of `workers` threads, and reports on them in their order. After the flag is raised no
/// new job is begun; attempts that are under way are expected to watch the flag themselves.
pub fn run_jobs<J: Job>(
    jobs: &[J],
    workers: usize,
    progress: &dyn Progress,
    cancel: &CancelFlag,
    attempt: &(dyn Fn(usize, &J) -> Attempted + Sync),
) -> Vec<TheoremReport> {
    let next = AtomicUsize::new(0);
    let reports: Vec<Mutex<Option<TheoremReport>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    let work = |worker: usize| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(job), Some(slot)) = (jobs.get(index), reports.get(index)) else { return };
            if cancel.is_cancelled() {
                return;
            }
            progress.started(worker, job.name());
            let report = run_job(worker, job, attempt);
            progress.finished(worker, &report);
            // Nothing panics while it holds the lock, so it is never poisoned.
            if let Ok(mut slot) = slot.lock() {
                *slot = Some(report);
            }
        }
    };
    std::thread::scope(|scope| {
        let work = &work;
        for worker in 1..workers.min(jobs.len()) {
            scope.spawn(move || work(worker));
        }
        work(0);
    });
    let untried = |job: &J| {
        report(job, 0.0, 0.0, Attempted::without_proof(Status::Cancelled, "stopped before it was tried"))
    };
    let reports = reports.into_iter().map(|slot| slot.into_inner().ok().flatten());
    reports.zip(jobs).map(|(done, job)| done.unwrap_or_else(|| untried(job))).collect()
}

fn run_job<J: Job>(
    worker: usize,
    job: &J,
    attempt: &(dyn Fn(usize, &J) -> Attempted + Sync),
) -> TheoremReport {
    let (wall, cpu) = (Instant::now(), ThreadTime::now());
    let attempted = catch_unwind(AssertUnwindSafe(|| attempt(worker, job))).unwrap_or_else(|panic| {
        Attempted::without_proof(Status::Failed, format!("internal error: {}", panic_message(&*panic)))
    });
    report(job, wall.elapsed().as_secs_f64(), cpu.elapsed().as_secs_f64(), attempted)
}

fn report<J: Job>(job: &J, seconds: f64, cpu_seconds: f64, attempted: Attempted) -> TheoremReport {
    let Attempted {
        status,
        proof,
        alternatives,
        explanation,
        edits,
        log,
        picture,
        expansions,
        axioms,
        message,
    } = attempted;
    TheoremReport {
        name: job.name().to_owned(),
        line: job.line(),
        status,
        proof,
        alternatives,
        explanation,
        edits,
        log,
        picture,
        seconds,
        cpu_seconds,
        expansions,
        axioms,
        message,
    }
}

/// What a panic said.
fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<&str>().copied();
    said.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Named(&'static str);

    impl Job for Named {
        fn name(&self) -> &str {
            self.0
        }

        fn line(&self) -> usize {
            7
        }
    }

    fn proved() -> Attempted {
        let proof = Some("rfl".to_owned());
        Attempted {
            status: Status::Proved,
            proof,
            alternatives: vec![],
            explanation: None,
            edits: vec![],
            log: vec![],
            picture: None,
            expansions: 3,
            axioms: vec![],
            message: None,
        }
    }

    fn verdicts(reports: &[TheoremReport]) -> Vec<(&str, Status)> {
        reports.iter().map(|r| (r.name.as_str(), r.status)).collect()
    }

    #[test]
    fn a_panic_loses_its_own_theorem_only() {
        let jobs = ["a", "b", "c", "d"].map(Named);
        for workers in [0, 1, 3, 9] {
            let reports = run_jobs(&jobs, workers, &(), &CancelFlag::new(), &|_, job| {
                assert_ne!(job.0, "b", "broken");
                proved()
            });
            let expected =
                [("a", Status::Proved), ("b", Status::Failed), ("c", Status::Proved), ("d", Status::Proved)];
            assert_eq!(verdicts(&reports), expected);
            assert!(reports[1].message.as_ref().is_some_and(|m| m.contains("broken")));
        }
    }

    #[test]
    fn what_was_finished_before_a_stop_is_kept() {
        let cancel = CancelFlag::new();
        let reports = run_jobs(&["a", "b", "c"].map(Named), 1, &(), &cancel, &|_, job| {
            if job.0 == "b" {
                cancel.cancel();
            }
            proved()
        });
        let expected = [("a", Status::Proved), ("b", Status::Proved), ("c", Status::Cancelled)];
        assert_eq!(verdicts(&reports), expected);
    }

    #[test]
    fn progress_sees_every_theorem() {
        #[derive(Default)]
        struct Seen(Mutex<Vec<String>>);
        impl Progress for Seen {
            fn started(&self, worker: usize, theorem: &str) {
                self.0.lock().expect("no panic").push(format!("{worker} {theorem}"));
            }
            fn finished(&self, worker: usize, report: &TheoremReport) {
                self.0
                    .lock()
                    .expect("no panic")
                    .push(format!("{worker} {} {:?}", report.name, report.status));
            }
        }
        let seen = Seen::default();
        run_jobs(&["a", "b"].map(Named), 1, &seen, &CancelFlag::new(), &|_, _| proved());
        let seen = seen.0.into_inner().expect("no panic");
        assert_eq!(seen, ["0 a", "0 a Proved", "0 b", "0 b Proved"]);
    }
}
