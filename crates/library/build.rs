//! Elaborates `lean/Turnstile` and writes the snapshot that the crate embeds. An error in the library stops the build.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use turnstile_kernel::{ConstantInfo, Frozen, Store, Translator, snapshot};

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
    let (store, mut env) = turnstile_tactic::library::elaborate(root)?;
    // Elaboration leaves many terms behind; only what the declarations use is kept.
    let kept = Store::new();
    let mut translate = Translator::new(&store, &kept);
    let mut sorted: Vec<_> = env.kernel.iter().cloned().collect();
    sorted.sort_by_key(|c| (env.ext.order.get(&c.name()).copied(), c.name()));
    let constants: Vec<ConstantInfo> =
        sorted.iter().map(|c| c.map_terms(&mut |e| translate.term(e))).collect();
    env.ext.map_terms(&mut |e| translate.term(e));
    let frozen: Frozen = kept.freeze();
    snapshot::encode(&(frozen, constants, env.ext))
        .map_err(|e| vec![format!("the snapshot cannot be written: {e}")])
}
