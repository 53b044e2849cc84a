//! The machine that is measured on, and the memory of this program; from /proc, where there is one.

use std::fs;

/// Processor, cores and memory, in words.
pub fn describe() -> String {
    let field = |text: &str, key: &str| {
        let line = text.lines().find(|l| l.starts_with(key))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let cpu = fs::read_to_string("/proc/cpuinfo").ok().and_then(|t| field(&t, "model name"));
    let memory = fs::read_to_string("/proc/meminfo").ok().and_then(|t| field(&t, "MemTotal"));
    let gib =
        memory.and_then(|m| m.split_whitespace().next()?.parse::<f64>().ok()).map(|kib| kib / 1048576.0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let cpu = cpu.unwrap_or_else(|| format!("{} processor", std::env::consts::ARCH));
    let memory = gib.map_or(String::new(), |g| format!(", {g:.0} GiB"));
    format!("{cpu}, {cores} cores{memory}, {}", std::env::consts::OS)
}

/// Most memory that this program held since the start or since [`forget_peak`], in MiB.
pub fn peak_memory_mib() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kib| kib / 1024.0)
}

/// Lets the peak start again from what is held now. Where that cannot be done, peaks include what came before.
pub fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_a_name() {
        assert!(describe().contains(" cores"));
        #[cfg(target_os = "linux")]
        assert!(peak_memory_mib().is_some_and(|m| m > 1.0));
    }
}
