//! Room for the caches of the layers above: indexes of lemmas and the like, one value a type.

use std::any::{Any, TypeId};
use std::rc::Rc;

/// Values of upper layers that live as long as a [`Meta`](super::Meta) and refer to its terms, found by their type.
#[derive(Default)]
pub struct Slots {
    values: Vec<(TypeId, Rc<dyn Any>)>,
}

impl Slots {
    /// The value of type `T`, made on first use.
    pub fn get<T: Any + Default>(&mut self) -> Rc<T> {
        let id = TypeId::of::<T>();
        let found =
            self.values.iter().find(|(i, _)| *i == id).and_then(|(_, v)| v.clone().downcast::<T>().ok());
        found.unwrap_or_else(|| {
            let v = Rc::new(T::default());
            self.values.push((id, v.clone()));
            v
        })
    }
}
