//! Elaborates `lean/Turnstile` and writes the snapshot that the crate embeds. An error in the library stops the build.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use turnstile_kernel::{ConstantInfo, Frozen, Store, snapshot};

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean");
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=build.rs");
    match build(&root) {
        Ok(bytes) => {
            let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("library.bin");
            match std::fs::write(&out, bytes) {
                Ok(()) => ExitCode::SUCCESS,
                Err(e) => fail(&[format!("{}: {e}", out.display())]),
            }
        }
        Err(errors) => fail(&errors),
    }
}

fn fail(errors: &[String]) -> ExitCode {
    for e in errors {
        for line in e.lines() {
            println!("cargo::error={line}");
        }
    }
    ExitCode::FAILURE
}

fn build(root: &Path) -> Result<Vec<u8>, Vec<String>> {
    let (store, env) = turnstile_tactic::library::elaborate(root)?;
    let frozen: Frozen = std::rc::Rc::try_unwrap(store)
        .map_err(|_| vec!["the term store is still in use".to_owned()])
        .map(Store::freeze)?;
    let mut constants: Vec<ConstantInfo> = env.kernel.iter().map(|c| (**c).clone()).collect();
    constants.sort_by_key(|c| (env.ext.order.get(&c.name()).copied(), c.name()));
    snapshot::encode(&(frozen, constants, env.ext)).map_err(|e| vec![format!("the snapshot cannot be written: {e}")])
}
