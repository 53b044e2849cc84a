//! Whole files: declarations are read in order, and checked in any.
//!
//! One thread checks each declaration when it is read. With several, the reader installs declarations without checking them ([`add_deferred`](turnstile_kernel::Environment::add_deferred));
//! each check is made in the environment of the declarations before, by whichever thread is free. Terms pass from the
//! reader to the checkers by freezing: now and then the reader's store becomes a segment that all share, and what a check
//! adds to it is dropped with the check. The verdict is given when all checks are made. It is that of the first wrong
//! line, as if all had been checked in order.

use crate::importer::{Importer, Owed, Stop, Suspended, decline};
use crate::{Checked, Outcome, Report, Settings};
use std::collections::BTreeSet;
use std::io::{self, BufRead, Read};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::thread;
use turnstile_kernel::{ConstantInfo, Frozen, Name, Store, axioms_of_all};

/// Bytes of the longest line that is read.
const MAX_LINE: u64 = 1 << 28;
/// New terms after which the reader first freezes its store. Each segment makes looking up slower, so that every next one
/// is as large as all before together.
const SEGMENT: usize = 1 << 17;

/// The lines of a file, with their numbers.
struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// The number of the last line, from 1.
    number: usize,
}

impl<R: BufRead> Lines<R> {
    fn new(input: R) -> Lines<R> {
        Lines { input, buffer: Vec::new(), number: 0 }
    }

    /// Hands the next line to the importer; false at the end of the file.
    fn feed(&mut self, importer: &mut Importer<'_>) -> io::Result<Result<bool, Stop>> {
        self.buffer.clear();
        if self.input.by_ref().take(MAX_LINE).read_until(b'\n', &mut self.buffer)? == 0 {
            return Ok(importer.finish().map(|()| false));
        }
        self.number += 1;
        let Some(line) = self.buffer.strip_suffix(b"\n") else {
            if self.buffer.len() as u64 == MAX_LINE {
                return Ok(Err(decline("budget", "the line is too long")));
            }
            let cut = "the last line does not end: the file may have been cut off";
            return Ok(take(importer, &self.buffer, self.number).and(Err(decline("truncated", cut))));
        };
        Ok(take(importer, line, self.number).map(|()| true))
    }
}

fn take(importer: &mut Importer<'_>, line: &[u8], number: usize) -> Result<(), Stop> {
    let byte_order_mark = "\u{feff}".as_bytes();
    let line = if number == 1 { line.strip_prefix(byte_order_mark).unwrap_or(line) } else { line };
    importer.line_bytes(line)
}

fn stopped(line: usize, stop: Stop) -> Outcome {
    match stop {
        Stop::Reject(reason) => Outcome::Rejected { line, reason },
        Stop::Decline(reason) => Outcome::Declined { line, reason },
    }
}

/// Checks a whole file and gives the environment as well.
///
/// # Errors
/// When reading fails. A file that is not valid UTF-8 is rejected, not an error.
pub fn check_file(input: impl BufRead, settings: &Settings) -> io::Result<Checked> {
    let first = First::default();
    let mut checked =
        if settings.jobs > 1 { in_parallel(input, settings, &first)? } else { in_order(input, settings)? };
    if let Some(f) = first.0.into_inner().unwrap_or_else(PoisonError::into_inner) {
        // What the reader did after it stands on sand.
        let Owed { obligation, names, declarations, theorems } = f.owed;
        checked.names.truncate(names);
        checked.report = Report {
            outcome: stopped(f.line, f.stop),
            lines: f.line,
            declarations,
            theorems,
            axioms: BTreeSet::new(),
        };
        (checked.env, checked.store) = (obligation.env().clone(), f.store);
    }
    if checked.report.outcome == Outcome::Accepted {
        checked.report.axioms = axioms(&checked);
    }
    Ok(checked)
}

/// What the declarations rest on that are not axioms themselves.
fn axioms(checked: &Checked) -> BTreeSet<Name> {
    let is_axiom = |n| matches!(checked.env.get(n).map(|c| &**c), Some(ConstantInfo::Axiom(_)));
    let others = checked.names.iter().copied().filter(|n| !is_axiom(*n));
    axioms_of_all(&checked.env, &checked.store, others)
}

/// An importer's results.
fn result(s: Suspended, lines: usize, outcome: Outcome, store: Store) -> Checked {
    let Suspended { env, names, declarations, theorems, .. } = s;
    let report = Report { outcome, lines, declarations, theorems, axioms: BTreeSet::new() };
    Checked { report, env, store, names }
}

fn enough(importer: &Importer<'_>, settings: &Settings) -> bool {
    settings.max_declarations.is_some_and(|n| importer.declarations >= n)
}

/// A check to be made, with the terms it is about.
struct Task {
    line: usize,
    terms: Frozen,
    owed: Owed,
}

impl Task {
    /// Makes the check, in a store of its own that is gone afterwards.
    fn check(self, first: &First) {
        let Task { line, terms, owed } = self;
        // What comes after the first failure does not matter any more.
        if line >= first.line() {
            return;
        }
        let store = Store::over(&terms);
        if let Err(e) = owed.obligation.check(&store) {
            let stop = Stop::from(e).about(Some(owed.obligation.name()));
            first.note(Failure { line, stop, owed, store });
        }
    }
}

/// A check that failed: where, why, and what is needed to show it.
struct Failure {
    line: usize,
    stop: Stop,
    owed: Owed,
    store: Store,
}

/// The first failure in the order of the file, of those found so far.
#[derive(Default)]
struct First(Mutex<Option<Failure>>);

impl First {
    fn line(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(usize::MAX, |f| f.line)
    }

    fn note(&self, f: Failure) {
        let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if first.as_ref().is_none_or(|g| f.line < g.line) {
            *first = Some(f);
        }
    }
}

/// One thread: every declaration is checked when it is read.
fn in_order(input: impl BufRead, settings: &Settings) -> io::Result<Checked> {
    let store = Store::new();
    // Address space, not memory: a table that grows is hashed again and again.
    store.reserve(1 << 19);
    let mut importer = Importer::new(&store);
    importer.env.set_step_limit(settings.step_limit);
    let mut lines = Lines::new(input);
    let outcome = loop {
        if enough(&importer, settings) {
            break Outcome::Accepted;
        }
        match lines.feed(&mut importer)? {
            Ok(true) => {}
            Ok(false) => break Outcome::Accepted,
            Err(stop) => break stopped(lines.number, stop),
        }
    };
    Ok(result(importer.suspend(), lines.number, outcome, store))
}

fn in_parallel(input: impl BufRead, settings: &Settings, first: &First) -> io::Result<Checked> {
    let (tasks, queue) = channel::<Task>();
    let queue = Mutex::new(queue);
    let work = || {
        loop {
            let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(task) = next else { return };
            task.check(first);
        }
    };
    thread::scope(|scope| {
        // A panic of one of them is a panic of the scope: no verdict.
        for _ in 1..settings.jobs {
            scope.spawn(work);
        }
        // Someone listens: if there is no one else, this thread itself, later.
        let checked = read(input, settings, first, move |task| drop(tasks.send(task)));
        work();
        checked
    })
}

/// Reads to the end of the file, or until something is known to be wrong, and hands out what is to be checked.
fn read(
    input: impl BufRead,
    settings: &Settings,
    first: &First,
    mut hand_out: impl FnMut(Task),
) -> io::Result<Checked> {
    let mut lines = Lines::new(input);
    let mut state = Suspended::deferring(settings.step_limit);
    let mut terms = Frozen::default();
    let mut segment = SEGMENT;
    loop {
        let store = Store::over(&terms);
        let mut importer = Importer::resume(&store, state);
        let mut owed = Vec::new();
        let end = loop {
            if store.overlay_nodes() >= segment {
                break None;
            }
            if enough(&importer, settings) || first.line() != usize::MAX {
                break Some(Outcome::Accepted);
            }
            let fed = lines.feed(&mut importer)?;
            owed.extend(importer.take_owed().into_iter().map(|o| (lines.number, o)));
            match fed {
                Ok(true) => {}
                Ok(false) => break Some(Outcome::Accepted),
                Err(stop) => break Some(stopped(lines.number, stop)),
            }
        };
        state = importer.suspend();
        segment = segment.max(store.node_count() as usize);
        terms = store.freeze();
        for (line, owed) in owed {
            hand_out(Task { line, terms: terms.clone(), owed });
        }
        if let Some(outcome) = end {
            return Ok(result(state, lines.number, outcome, Store::over(&terms)));
        }
    }
}
