//! `turnstile export`.

use crate::args::{ExportArgs, Format};
use crate::exit::Exit;
use crate::input::label;
use crate::lean_file::{self, LeanFile};
use crate::{output, render};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write};
use std::path::Path;
use turnstile::first_order::{to_smt, to_tptp, translate};
use turnstile::{Diagnostic, Elaborated, Source};
use turnstile_export::{AxiomTable, write_constants};
use turnstile_kernel::Name;

/// Writes the declarations that are asked for.
pub fn run(args: &ExportArgs) -> Exit {
    let source = match &args.file {
        None => Source::new("the library", ""),
        Some(path) => match Source::read(path) {
            Ok(source) => source,
            Err(error) => {
                output::complain(&error.to_string());
                return Exit::BadInput;
            }
        },
    };
    let file = LeanFile::new(&source);
    if file.has_errors() {
        let errors: Vec<Diagnostic> = file.diagnostics.iter().filter(|d| d.is_error()).cloned().collect();
        render::show(&source, &errors);
        return Exit::BadInput;
    }
    if args.format != Format::Ndjson {
        return problem(args, &source);
    }
    let Some(names) = chosen(args, &file, &source) else { return Exit::BadInput };
    let mut bytes = Vec::new();
    match write(args, &file, &names, &mut bytes) {
        Ok(()) => {}
        Err(error) => {
            output::complain(&format!("{}: cannot be exported: {error}", source.path.display()));
            return Exit::Failure;
        }
    }
    deliver(args, &bytes)
}

fn deliver(args: &ExportArgs, bytes: &[u8]) -> Exit {
    match args.out.as_deref() {
        Some(path) if path != Path::new("-") => output::write_file(path, bytes),
        _ => output::print(bytes),
    }
}

/// Writes the statement of a theorem as a problem of first-order logic.
fn problem(args: &ExportArgs, source: &Source) -> Exit {
    let [name] = &args.theorems[..] else {
        output::complain("this format is for one theorem, named with --theorem");
        return Exit::BadInput;
    };
    let file = Elaborated::new(&source.text);
    let record = file.records.iter().find(|r| r.name == Name::new(name));
    let Some(statement) = record.and_then(|r| file.statement(r)) else {
        output::complain(&format!("{}: there is no theorem `{name}`", source.path.display()));
        return Exit::BadInput;
    };
    let Ok(mut workspace) = statement.open(&file.terms) else {
        output::complain(&format!("{}: the statement of `{name}` cannot be read", source.path.display()));
        return Exit::BadInput;
    };
    match translate(&mut workspace.m, statement.ty) {
        Ok(p) if args.format == Format::Smt2 => deliver(args, to_smt(&p).as_bytes()),
        Ok(p) => deliver(args, to_tptp(&p).as_bytes()),
        Err(why) => {
            output::complain(&format!("`{name}` cannot be expressed: {why}"));
            Exit::BadInput
        }
    }
}

/// The constants to be written, if none rests on `sorry`.
fn chosen(args: &ExportArgs, file: &LeanFile, source: &Source) -> Option<Vec<Name>> {
    let mut names: Vec<Name> = args.theorems.iter().map(|n| Name::new(n)).collect();
    if let Some(unknown) = names.iter().find(|n| !file.env.contains(**n)) {
        output::complain(&format!("{}: there is no declaration `{unknown}`", source.path.display()));
        return None;
    }
    if names.is_empty() {
        names = file.declared();
    }
    let mut table = AxiomTable::new(&file.env.kernel, &file.store);
    let mut is_open = |n: Name| table.of(n).contains(&Name::new("sorryAx"));
    if !args.allow_sorry {
        let open: Vec<Name> = names.iter().copied().filter(|n| is_open(*n)).collect();
        if !open.is_empty() {
            refuse(file, source, &open);
            return None;
        }
    }
    if args.library {
        let (_, library) = turnstile_library::load();
        let mut all: Vec<Name> = library.kernel.iter().map(|c| c.name()).collect();
        lean_file::sort(&mut all, &file.env);
        all.retain(|n| args.allow_sorry || !is_open(*n));
        names.splice(0..0, all);
    }
    Some(names)
}

/// Says which declarations rest on `sorry`, each at its place.
fn refuse(file: &LeanFile, source: &Source, open: &[Name]) {
    let said: Vec<Diagnostic> = file
        .records
        .iter()
        .filter(|r| open.contains(&r.name))
        .map(|r| {
            let why = format!("`{}` rests on `sorry`: it is exported only with --allow-sorry", r.name);
            Diagnostic::error(r.header_span.start..r.header_span.end, why)
        })
        .collect();
    render::show(source, &said);
    if said.is_empty() {
        for n in open {
            output::complain(&format!("{}: `{n}` rests on `sorry`", label(&source.path)));
        }
    }
}

fn write(args: &ExportArgs, file: &LeanFile, names: &[Name], out: &mut Vec<u8>) -> io::Result<()> {
    let packed = args.out.as_ref().is_some_and(|p| p.extension().is_some_and(|e| e == "gz"));
    if packed {
        let mut packer = GzEncoder::new(out, Compression::default());
        write_constants(&mut packer, &file.env.kernel, &file.store, names)?;
        packer.finish()?.flush()
    } else {
        write_constants(out, &file.env.kernel, &file.store, names)
    }
}
