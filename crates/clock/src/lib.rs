//! The time that deadlines are measured in.
//!
//! By default it is wall time. Between [`CpuClock::start`] and the end of the guard it is the processor time of the thread: then a
//! deadline gives a computation the same time on an idle machine and on a busy one. Every deadline must be made from
//! [`now`] and compared with [`now`], on one thread and under one clock.

use cpu_time::ThreadTime;
use std::cell::Cell;
use std::marker::PhantomData;
use std::time::Instant;

thread_local! {
    /// Where the processor clock of this thread started, on both clocks.
    static CPU: Cell<Option<(Instant, ThreadTime)>> = const { Cell::new(None) };
}

/// The current moment on the clock of this thread.
#[must_use]
pub fn now() -> Instant {
    match CPU.get() {
        None => Instant::now(),
        Some((base, start)) => base + start.elapsed(),
    }
}

/// While it lives, the clock of its thread counts processor time.
#[derive(Debug)]
pub struct CpuClock {
    before: Option<(Instant, ThreadTime)>,
    /// It belongs to its thread.
    _thread: PhantomData<*const ()>,
}

impl CpuClock {
    /// Changes the clock of this thread.
    #[must_use]
    pub fn start() -> CpuClock {
        let before = CPU.replace(Some((now(), ThreadTime::now())));
        CpuClock { before, _thread: PhantomData }
    }
}

impl Drop for CpuClock {
    fn drop(&mut self) {
        CPU.set(self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn sleep_takes_wall_time_only() {
        const NAP: Duration = Duration::from_millis(60);
        let start = now();
        std::thread::sleep(NAP);
        assert!(now() - start >= NAP);
        let clock = CpuClock::start();
        let start = now();
        std::thread::sleep(NAP);
        assert!(now() - start < NAP / 2);
        drop(clock);
        let start = now();
        std::thread::sleep(NAP);
        assert!(now() - start >= NAP);
    }

    #[test]
    fn work_takes_processor_time() {
        let _clock = CpuClock::start();
        let start = now();
        let mut sum = 0u64;
        while now() - start < Duration::from_millis(5) {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(sum > 0);
    }
}
