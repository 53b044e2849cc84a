//! Policies that were learned: read from a folder, chosen by name.

use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use turnstile_network::{Argument, Candidate, Service, State, read_network};
use turnstile_policy::knn::Memory;
use turnstile_policy::sketch::{ActionSketch, Arg, GoalSketch};
use turnstile_policy::{Guide, Mix, Outlook};

/// What ranks the candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The hand-made priors.
    Prior,
    /// The memory of the default policy.
    Knn,
    /// The network of the default policy.
    Net,
    /// Both.
    Mix,
    /// A policy in a folder, in the way its card says.
    Folder(PathBuf),
}

impl Choice {
    /// `prior`, `knn`, `net`, `mix`, or a path.
    #[must_use]
    pub fn parse(text: &str) -> Choice {
        match text {
            "prior" => Choice::Prior,
            "knn" => Choice::Knn,
            "net" => Choice::Net,
            "mix" => Choice::Mix,
            path => Choice::Folder(PathBuf::from(path)),
        }
    }

    /// The guide; none for the hand-made priors.
    ///
    /// # Errors
    /// When the policy cannot be read.
    pub fn guide(&self) -> Result<Option<Arc<dyn Guide>>, PolicyError> {
        match self {
            Choice::Prior => Ok(None),
            Choice::Knn => Learned::default_policy()?.guide("knn"),
            Choice::Net => Learned::default_policy()?.guide("net"),
            Choice::Mix => Learned::default_policy()?.guide("mix"),
            Choice::Folder(path) => {
                let learned = Learned::read(path)?;
                learned.guide(&learned.card.mode)
            }
        }
    }
}

impl Settings {
    /// What ranks the candidates, by these settings.
    ///
    /// # Errors
    /// When the policy cannot be read.
    pub fn guide(&self) -> Result<Option<Arc<dyn Guide>>, PolicyError> {
        Choice::parse(&self.policy).guide()
    }
}

/// What a policy is, and how it came about: `policy.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyCard {
    /// Version of the form.
    pub format: u32,
    /// Its name.
    pub name: String,
    /// How it is used: `knn`, `net` or `mix`.
    pub mode: String,
    /// Hash of the samples it was made from.
    pub data: String,
    /// Number of samples.
    pub samples: usize,
    /// The command that makes it again.
    pub command: String,
    /// What it was measured to do, in words and numbers.
    pub results: Vec<String>,
}

/// Why there is no policy.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// A file is missing.
    #[error("{path}: {why}", path = .0.display(), why = .1)]
    Io(PathBuf, #[source] std::io::Error),
    /// A file is not what it should be.
    #[error("{0}: not a policy of this program: {1}")]
    Faulty(String, String),
    /// It lacks a part.
    #[error("the policy '{0}' has no {1}")]
    Lacks(String, &'static str),
}

/// A policy that was learned.
#[derive(Debug)]
pub struct Learned {
    /// What it is.
    pub card: PolicyCard,
    memory: Option<Arc<Memory>>,
    network: Option<Arc<Service>>,
}

/// The form of the files.
const FORMAT: u32 = 1;

impl Learned {
    /// Reads the policy in a folder.
    ///
    /// # Errors
    /// When a file is missing or faulty.
    pub fn read(folder: &Path) -> Result<Learned, PolicyError> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|e| PolicyError::Io(path, e))
        };
        let optional = |name: &str| if folder.join(name).is_file() { read(name).map(Some) } else { Ok(None) };
        let network = match optional("network.json")? {
            Some(description) => Some((description, read("weights.safetensors")?)),
            None => None,
        };
        let where_ = folder.display().to_string();
        Learned::from_bytes(&where_, &read("policy.json")?, optional("memory.bin")?.as_deref(), network)
    }

    /// A policy from the contents of its files.
    ///
    /// # Errors
    /// When one is faulty.
    pub fn from_bytes(
        name: &str,
        card: &[u8],
        memory: Option<&[u8]>,
        network: Option<(Vec<u8>, Vec<u8>)>,
    ) -> Result<Learned, PolicyError> {
        let faulty = |why: String| PolicyError::Faulty(name.to_owned(), why);
        let card: PolicyCard = serde_json::from_slice(card).map_err(|e| faulty(e.to_string()))?;
        if card.format != FORMAT {
            return Err(faulty(format!("its form is {}, not {FORMAT}", card.format)));
        }
        let memory = memory.map(|bytes| postcard::from_bytes::<Memory>(bytes).map(Memory::indexed));
        let memory = memory.transpose().map_err(|e| faulty(format!("its memory: {e}")))?;
        let read = |(description, weights): (Vec<u8>, Vec<u8>)| {
            read_network(&description, &weights, &turnstile_network::device())
        };
        let network = network.map(read).transpose().map_err(|e| faulty(e.to_string()))?;
        Ok(Learned {
            card,
            memory: memory.map(Arc::new),
            network: network.map(|n| Arc::new(Service::new(n))),
        })
    }

    /// The policy that comes with the program.
    ///
    /// # Errors
    /// When there is none, or it is faulty.
    pub fn default_policy() -> Result<&'static Learned, PolicyError> {
        static DEFAULT: OnceLock<Result<Learned, String>> = OnceLock::new();
        let learned = DEFAULT.get_or_init(|| shipped().map_err(|e| e.to_string()));
        learned.as_ref().map_err(|e| PolicyError::Faulty("the policy of the program".to_owned(), e.clone()))
    }

    /// What the policy that comes with the program has learned from: statements and definitions, a line for each.
    #[must_use]
    pub fn default_trained_on() -> &'static str {
        include_str!("../../../../policies/default/trained_on.txt")
    }

    /// The guide that uses it in this way: `knn`, `net` or `mix`.
    ///
    /// # Errors
    /// When it lacks the part, or there is no such way.
    pub fn guide(&self, mode: &str) -> Result<Option<Arc<dyn Guide>>, PolicyError> {
        let lacks = |part| PolicyError::Lacks(self.card.name.clone(), part);
        let memory = || -> Result<Arc<dyn Guide>, PolicyError> {
            Ok(self.memory.clone().ok_or_else(|| lacks("memory"))?)
        };
        let network = || -> Result<Arc<dyn Guide>, PolicyError> {
            Ok(Arc::new(NetGuide(self.network.clone().ok_or_else(|| lacks("network"))?)))
        };
        Ok(Some(match mode {
            "prior" => return Ok(None),
            "knn" => memory()?,
            "net" => network()?,
            "mix" => Arc::new(Mix(vec![memory()?, network()?])),
            other => {
                return Err(PolicyError::Faulty(
                    self.card.name.clone(),
                    format!("no way to use it is '{other}'"),
                ));
            }
        }))
    }

    /// Notes on the card of the policy in a folder how it is used best, and what it was measured to do.
    ///
    /// # Errors
    /// When the card is faulty or cannot be written.
    pub fn note(folder: &Path, mode: &str, result: String) -> Result<(), PolicyError> {
        let path = folder.join("policy.json");
        let failed = |e| PolicyError::Io(path.clone(), e);
        let faulty = |e: serde_json::Error| PolicyError::Faulty(path.display().to_string(), e.to_string());
        let text = fs::read(&path).map_err(failed)?;
        let mut card: PolicyCard = serde_json::from_slice(&text).map_err(faulty)?;
        mode.clone_into(&mut card.mode);
        if !card.results.contains(&result) {
            card.results.push(result);
        }
        let text = serde_json::to_string_pretty(&card).map_err(faulty)? + "\n";
        turnstile_network::write_atomically(&path, text.as_bytes()).map_err(failed)
    }

    /// Its memory.
    #[must_use]
    pub fn memory(&self) -> Option<&Memory> {
        self.memory.as_deref()
    }

    /// Writes the card and the memory of a policy; a network is written by its training.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(folder: &Path, card: &PolicyCard, memory: &Memory) -> Result<(), PolicyError> {
        let failed = |e| PolicyError::Io(folder.to_owned(), e);
        fs::create_dir_all(folder).map_err(failed)?;
        let card = PolicyCard { format: FORMAT, ..card.clone() };
        let text = serde_json::to_string_pretty(&card);
        let text = text.map_err(|e| PolicyError::Faulty(card.name.clone(), e.to_string()))?;
        let bytes = postcard::to_allocvec(memory);
        let bytes = bytes.map_err(|e| PolicyError::Faulty(card.name.clone(), e.to_string()))?;
        let write = turnstile_network::write_atomically;
        write(&folder.join("memory.bin"), &bytes).map_err(failed)?;
        write(&folder.join("policy.json"), (text + "\n").as_bytes()).map_err(failed)
    }
}

/// A file of the policy that comes with the program; an empty one stands for a part that it does not have.
macro_rules! shipped {
    ($name:literal) => {
        include_bytes!(concat!("../../../../policies/default/", $name)).as_slice()
    };
}

fn shipped() -> Result<Learned, PolicyError> {
    let some = |bytes: &'static [u8]| (!bytes.is_empty()).then_some(bytes);
    let network = some(shipped!("network.json")).zip(some(shipped!("weights.safetensors")));
    let network = network.map(|(a, b)| (a.to_vec(), b.to_vec()));
    Learned::from_bytes("default", shipped!("policy.json"), some(shipped!("memory.bin")), network)
}

/// A network as a guide.
#[derive(Debug)]
pub struct NetGuide(pub Arc<Service>);

/// A goal with candidates in the network's words.
#[must_use]
pub(crate) fn state(goal: &GoalSketch, actions: &[ActionSketch], priors: &[f32]) -> State {
    let argument = |arg: &Arg| match arg {
        Arg::Hyp(h) => Argument::Hypothesis(*h),
        Arg::Const(n) => Argument::Tokens(vec![format!("'{n}")]),
        Arg::Term(t) => Argument::Tokens(t.clone()),
    };
    let candidate = |(a, prior): (&ActionSketch, &f32)| Candidate {
        template: a.template.clone(),
        arguments: a.args.iter().map(argument).collect(),
        prior: *prior,
    };
    State {
        tokens: goal.tokens.clone(),
        hypotheses: goal.hyps.clone(),
        candidates: actions.iter().zip(priors).map(candidate).collect(),
    }
}

impl Guide for NetGuide {
    fn rank(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>> {
        let priors: Vec<f32> = priors.iter().map(|p| *p as f32).collect();
        Some(self.0.ask(state(goal, actions, &priors))?.log_probs)
    }

    fn outlook(&self, goal: &GoalSketch) -> Option<Outlook> {
        let nothing = ActionSketch { template: String::new(), args: vec![] };
        let scores = self.0.ask(state(goal, &[nothing], &[0.0]))?;
        Some(Outlook { probability: scores.probability, steps: scores.steps })
    }
}
