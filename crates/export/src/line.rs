//! The shape of one line: what serde reads. Unknown, duplicate and missing fields are errors. Format 3.0 has other names
//! for some fields, and lists of definitions and of theorems.

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// One line. Exactly one payload may be set; primitives have exactly one index tag.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
pub(crate) struct Line {
    pub meta: Option<Meta>,

    #[serde(rename = "in")]
    pub name_index: Option<u64>,
    pub str: Option<NameStr>,
    pub num: Option<NameNum>,

    #[serde(rename = "il")]
    pub level_index: Option<u64>,
    pub succ: Option<u64>,
    pub max: Option<(u64, u64)>,
    pub imax: Option<(u64, u64)>,
    pub param: Option<u64>,

    #[serde(rename = "ie")]
    pub expr_index: Option<u64>,
    pub bvar: Option<u64>,
    pub sort: Option<u64>,
    #[serde(rename = "const")]
    pub const_: Option<Const>,
    pub app: Option<App>,
    pub lam: Option<Bind>,
    #[serde(rename = "forallE")]
    pub pi: Option<Bind>,
    #[serde(rename = "letE")]
    pub let_: Option<Let>,
    pub proj: Option<Proj>,
    pub nat_val: Option<String>,
    pub str_val: Option<String>,
    pub mdata: Option<MData>,

    #[serde(alias = "axiomInfo")]
    pub axiom: Option<Axiom>,
    pub def: Option<Block<Def>>,
    pub thm: Option<Block<Thm>>,
    pub opaque: Option<Opaque>,
    #[serde(alias = "quotInfo")]
    pub quot: Option<Quot>,
    pub inductive: Option<Inductive>,
}

/// One declaration, or a list of them.
pub(crate) enum Block<T> {
    One(T),
    List(Vec<T>),
}

impl<T> Block<T> {
    /// Does `f` to each declaration; the flag says that it is in a list.
    pub(crate) fn each<E>(&self, mut f: impl FnMut(&T, bool) -> Result<(), E>) -> Result<(), E> {
        match self {
            Block::One(x) => f(x, false),
            Block::List(xs) => xs.iter().try_for_each(|x| f(x, true)),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Block<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Block<T>, D::Error> {
        d.deserialize_any(BlockVisitor(PhantomData))
    }
}

struct BlockVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for BlockVisitor<T> {
    type Value = Block<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a declaration or a list of declarations")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Block<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Block::One)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Block<T>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Block::List)
    }
}

#[derive(Deserialize)]
pub(crate) struct Meta {
    pub format: Format,
}

#[derive(Deserialize)]
pub(crate) struct Format {
    pub version: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameStr {
    pub pre: u64,
    pub str: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameNum {
    pub pre: u64,
    pub i: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Const {
    pub name: u64,
    pub us: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct App {
    #[serde(rename = "fn")]
    pub fun: u64,
    pub arg: u64,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Info {
    Default,
    Implicit,
    StrictImplicit,
    InstImplicit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Bind {
    pub name: u64,
    #[serde(rename = "type")]
    pub ty: u64,
    pub body: u64,
    pub binder_info: Info,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Let {
    pub name: u64,
    #[serde(rename = "type")]
    pub ty: u64,
    pub value: u64,
    pub body: u64,
    #[serde(rename = "nondep")]
    pub _nondep: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Proj {
    pub type_name: u64,
    pub idx: u64,
    #[serde(rename = "struct")]
    pub structure: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MData {
    pub expr: u64,
    #[serde(rename = "data")]
    pub _data: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Axiom {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub is_unsafe: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Hints {
    Opaque,
    Abbrev,
    Regular(u32),
}

#[derive(Deserialize, PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Safety {
    Safe,
    Unsafe,
    Partial,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Def {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub value: u64,
    pub hints: Option<Hints>,
    pub safety: Option<Safety>,
    pub is_unsafe: Option<bool>,
    pub all: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Thm {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub value: u64,
    pub all: Vec<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Opaque {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub value: u64,
    #[serde(default)]
    pub is_unsafe: bool,
    pub all: Vec<u64>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    Type,
    Ctor,
    Lift,
    Ind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Quot {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub kind: Kind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inductive {
    #[serde(alias = "inductiveVals")]
    pub types: Vec<IndType>,
    #[serde(alias = "constructorVals")]
    pub ctors: Vec<Ctor>,
    #[serde(alias = "recursorVals")]
    pub recs: Vec<Rec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct IndType {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub num_params: usize,
    pub num_indices: usize,
    pub all: Vec<u64>,
    pub ctors: Vec<u64>,
    pub num_nested: usize,
    pub is_rec: bool,
    pub is_unsafe: bool,
    pub is_reflexive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Ctor {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub induct: u64,
    pub cidx: usize,
    pub num_params: usize,
    pub num_fields: usize,
    pub is_unsafe: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Rec {
    pub name: u64,
    pub level_params: Vec<u64>,
    #[serde(rename = "type")]
    pub ty: u64,
    pub all: Vec<u64>,
    pub num_params: usize,
    pub num_indices: usize,
    pub num_motives: usize,
    pub num_minors: usize,
    pub rules: Vec<Rule>,
    pub k: bool,
    pub is_unsafe: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub ctor: u64,
    pub nfields: usize,
    pub rhs: u64,
}

impl Line {
    /// Whether exactly one payload and at most one index tag are set, the tag that goes with the payload.
    pub(crate) fn is_well_formed(&self) -> bool {
        let count = |flags: &[bool]| flags.iter().filter(|f| **f).count();
        let names = count(&[self.str.is_some(), self.num.is_some()]);
        let levels =
            count(&[self.succ.is_some(), self.max.is_some(), self.imax.is_some(), self.param.is_some()]);
        let exprs = count(&[
            self.bvar.is_some(),
            self.sort.is_some(),
            self.const_.is_some(),
            self.app.is_some(),
            self.lam.is_some(),
            self.pi.is_some(),
            self.let_.is_some(),
            self.proj.is_some(),
            self.nat_val.is_some(),
            self.str_val.is_some(),
            self.mdata.is_some(),
        ]);
        let others = count(&[
            self.meta.is_some(),
            self.axiom.is_some(),
            self.def.is_some(),
            self.thm.is_some(),
            self.opaque.is_some(),
            self.quot.is_some(),
            self.inductive.is_some(),
        ]);
        names + levels + exprs + others == 1
            && self.name_index.is_some() == (names == 1)
            && self.level_index.is_some() == (levels == 1)
            && self.expr_index.is_some() == (exprs == 1)
    }
}
