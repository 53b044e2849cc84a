//! Both kernels on the same declarations.
#![allow(dead_code)]

pub mod both;
pub mod groups;
pub mod mutate;
pub mod rng;
pub mod terms;
#[path = "../../../kernel/tests/common/mod.rs"]
pub mod world;

use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use turnstile_kernel::{Declaration, Expr, KernelError, Level, LevelNode, Node, Store};
use turnstile_reference::Doubt;

/// A number from the environment: `SEED` chooses other random cases, `CASES` how many.
pub fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().and_then(|s| s.parse().ok()).unwrap_or(default)
}

/// How the answers of the two kernels came out.
#[derive(Default, Debug, Clone)]
pub struct Tally {
    pub accepted: usize,
    pub rejected: usize,
    /// One of them gave up: no verdict, nothing to compare.
    pub no_verdict: usize,
    pub differences: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.accepted += other.accepted;
        self.rejected += other.rejected;
        self.no_verdict += other.no_verdict;
        self.differences.extend(other.differences);
    }

    #[track_caller]
    pub fn assert_same(&self, what: &str) {
        println!(
            "{what}: {} accepted, {} rejected, {} without verdict",
            self.accepted, self.rejected, self.no_verdict
        );
        assert!(self.differences.is_empty(), "{what}:\n{}", self.differences.join("\n"));
    }
}

pub fn name_of(d: &Declaration) -> String {
    match d {
        Declaration::Axiom(c)
        | Declaration::Definition(c, ..)
        | Declaration::Theorem(c, _)
        | Declaration::Opaque(c, _) => c.name.to_string(),
        Declaration::Quot => "Quot".into(),
        Declaration::Inductive { types, .. } => {
            types.iter().map(|t| t.name.to_string()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Gives `d` to the reference and compares with what the kernel answered; `env` is its environment after it.
pub fn compare(
    env: &turnstile_kernel::Environment,
    reference: &mut turnstile_reference::Environment,
    st: &Store,
    d: &Declaration,
    kernel: &Result<(), KernelError>,
) -> Tally {
    let mut tally = Tally::default();
    match reference.confirm(env, st, d, kernel) {
        Ok(()) if kernel.is_ok() => tally.accepted += 1,
        Ok(()) => tally.rejected += 1,
        Err(Doubt::GaveUp { .. }) => tally.no_verdict += 1,
        Err(differ @ Doubt::Differ { .. }) => tally.differences.push(differ.to_string()),
    }
    if let (Declaration::Definition(c, ..), Ok(())) = (d, kernel)
        && env.is_accelerated(c.name) != reference.runs(c.name)
    {
        tally.differences.push(format!("one of the kernels runs '{}' on numerals", c.name));
    }
    tally
}

/// A folder of export files; none where there are none.
pub fn folder(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let dir = root.join("kernel-tests").join(name);
    if dir.is_dir() {
        return Some(dir);
    }
    println!("skipped: {} is not there", dir.display());
    None
}

/// The files of a folder, in order of their names.
pub fn files(name: &str) -> Vec<PathBuf> {
    let Some(dir) = folder(name) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

pub fn lines(path: &Path) -> impl Iterator<Item = String> {
    let file = File::open(path).unwrap();
    let input: Box<dyn Read> = match path.extension().is_some_and(|e| e == "gz") {
        true => Box::new(GzDecoder::new(file)),
        false => Box::new(file),
    };
    BufReader::new(input).lines().map(|l| l.unwrap())
}

/// A declaration as text, for the report of a difference.
pub fn show(st: &Store, d: &Declaration) -> String {
    let term = |e: Expr| show_term(st, e);
    match d {
        Declaration::Axiom(c) => format!("axiom {} {:?} : {}", c.name, c.level_params, term(c.ty)),
        Declaration::Definition(c, v, hint) => {
            format!("def {} {:?} {hint:?} : {} := {}", c.name, c.level_params, term(c.ty), term(*v))
        }
        Declaration::Theorem(c, v) | Declaration::Opaque(c, v) => {
            format!("theorem or opaque {} {:?} : {} := {}", c.name, c.level_params, term(c.ty), term(*v))
        }
        Declaration::Quot => "Quot".into(),
        Declaration::Inductive { level_params, num_params, types } => {
            let mut s = format!("inductive {level_params:?}, {num_params} parameters");
            for t in types {
                s += &format!("\n      {} : {}", t.name, term(t.ty));
                for c in &t.ctors {
                    s += &format!("\n      | {} : {}", c.name, term(c.ty));
                }
            }
            s
        }
    }
}

fn show_term(st: &Store, e: Expr) -> String {
    match st.node(e) {
        Node::BVar(i) => format!("#{i}"),
        Node::FVar(id) => format!("x{}", id.0),
        Node::MVar(id) => format!("?{}", id.0),
        Node::Sort(l) => format!("(Sort {})", show_level(st, l)),
        Node::Const(n, ls) => {
            let ls: Vec<String> = st.level_list(ls).iter().map(|l| show_level(st, *l)).collect();
            if ls.is_empty() { n.to_string() } else { format!("{n}.{{{}}}", ls.join(", ")) }
        }
        Node::App(..) => {
            let (f, args) = st.unapp(e);
            let args: Vec<String> = args.iter().map(|a| show_term(st, *a)).collect();
            format!("({} {})", show_term(st, f), args.join(" "))
        }
        Node::Lam(_, t, b) => format!("(λ {}. {})", show_term(st, t), show_term(st, b)),
        Node::Pi(_, t, b) => format!("(Π {}. {})", show_term(st, t), show_term(st, b)),
        Node::Let(_, t, v, b) => {
            format!("(let {} := {}; {})", show_term(st, t), show_term(st, v), show_term(st, b))
        }
        Node::Proj(s, i, x) => format!("({}).{i}[{s}]", show_term(st, x)),
        Node::Nat(n) => st.nat_value(n).to_string(),
        Node::Str(s) => format!("{:?}", st.str_value(s)),
    }
}

fn show_level(st: &Store, l: Level) -> String {
    match st.level(l) {
        LevelNode::Zero => "0".into(),
        LevelNode::Succ(a) => format!("{}+1", show_level(st, a)),
        LevelNode::Max(a, b) => format!("(max {} {})", show_level(st, a), show_level(st, b)),
        LevelNode::IMax(a, b) => format!("(imax {} {})", show_level(st, a), show_level(st, b)),
        LevelNode::Param(n) => n.to_string(),
        LevelNode::MVar(m) => format!("?{}", m.0),
    }
}
