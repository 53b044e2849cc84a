//! Tables that are cheap to clone and cheap to extend: every theorem keeps the environment above it.

use rpds::HashTrieMapSync;
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::Hash;
use std::sync::Arc;

/// A map with O(1) clones: a shared bottom layer, and a persistent map for what came after.
#[derive(Clone)]
pub struct Table<K: Eq + Hash, V> {
    base: Arc<FxHashMap<K, V>>,
    over: HashTrieMapSync<K, V, FxBuildHasher>,
}

impl<K: Eq + Hash, V> Default for Table<K, V> {
    fn default() -> Table<K, V> {
        Table { base: Arc::new(FxHashMap::default()), over: HashTrieMapSync::default() }
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Table<K, V> {
    /// The value of `k`.
    #[must_use]
    pub fn get(&self, k: &K) -> Option<&V> {
        self.over.get(k).or_else(|| self.base.get(k))
    }
    /// Whether `k` has a value.
    #[must_use]
    pub fn contains_key(&self, k: &K) -> bool {
        self.get(k).is_some()
    }
    /// Whether `k` is in the table, seen as a set.
    #[must_use]
    pub fn contains(&self, k: &K) -> bool {
        self.contains_key(k)
    }
    /// Gives `k` the value `v`.
    pub fn insert(&mut self, k: K, v: V) {
        self.over.insert_mut(k, v);
    }
    /// Changes the value of `k`; without one, the default value.
    pub fn update<R>(&mut self, k: K, f: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        let mut v = self.get(&k).cloned().unwrap_or_default();
        let r = f(&mut v);
        self.insert(k, v);
        r
    }
    /// All keys with their values, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.base.iter().filter(|(k, _)| !self.over.contains_key(k)).chain(self.over.iter())
    }
    /// All keys, in no particular order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|e| e.0)
    }
    /// All values, in no particular order.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|e| e.1)
    }
    /// Number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }
    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.base.is_empty() && self.over.is_empty()
    }
}

impl<K: Serialize + Eq + Hash + Clone, V: Serialize + Clone> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let entries: Vec<(&K, &V)> = self.iter().collect();
        entries.serialize(s)
    }
}

impl<'de, K: Deserialize<'de> + Eq + Hash, V: Deserialize<'de>> Deserialize<'de> for Table<K, V> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Table<K, V>, D::Error> {
        let entries: Vec<(K, V)> = Vec::deserialize(d)?;
        Ok(Table { base: Arc::new(entries.into_iter().collect()), ..Table::default() })
    }
}
