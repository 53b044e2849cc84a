//! A file that is elaborated again and again while it is written: only what comes after the first change.
//!
//! Between two commands everything that the next one depends on is persistent: environment, scope and grammar are clones
//! that share what they have in common. So the state behind each command is kept, and a new text goes on from the last one that
//! the change cannot have touched.

use super::front_end::{DeclRecord, FrontEnd};
use crate::elab::Message;
use crate::env::Env;
use crate::scope::Scope;
use turnstile_syntax::{NotationTable, Parser, Position, SyntaxError};

/// The state between two commands.
#[derive(Clone)]
struct Point {
    /// Where the next command begins.
    position: Position,
    /// The end of the line on which it begins: what is read to see that the command before it has ended.
    settled: usize,
    /// Syntax errors until here.
    errors: Vec<SyntaxError>,
    table: NotationTable,
    env: Env,
    scope: Scope,
    local_attrs: Vec<(usize, super::Undo)>,
    fresh: u64,
    messages: usize,
    records: usize,
}

/// A file under work.
///
/// ```
/// use std::rc::Rc;
/// use turnstile_elab::command::{FrontEnd, Session};
/// use turnstile_elab::Env;
/// use turnstile_kernel::Store;
/// let front_end = FrontEnd::new(Rc::new(Store::new()), Env::default(), None);
/// let mut session = Session::new(front_end);
/// assert_eq!(session.update("axiom A : Prop\naxiom a : A\naxiom b : A\n"), 3);
/// assert_eq!(session.update("axiom A : Prop\naxiom a : A\naxiom c : A\n"), 2);
/// assert_eq!(session.records().len(), 3);
/// ```
pub struct Session {
    front_end: FrontEnd,
    text: String,
    points: Vec<Point>,
    /// In the order in which they were given.
    given: Vec<Message>,
    messages: Vec<Message>,
    records: Vec<DeclRecord>,
}

impl Session {
    /// A session on an empty file, over what `front_end` knows.
    #[must_use]
    pub fn new(front_end: FrontEnd) -> Session {
        let e = &front_end.elab;
        let start = Point {
            position: Position::start(),
            settled: 0,
            errors: Vec::new(),
            table: (*e.m.env.ext.notations).clone(),
            env: e.m.env.clone(),
            scope: e.scope.clone(),
            local_attrs: e.local_attrs.clone(),
            fresh: e.fresh,
            messages: 0,
            records: 0,
        };
        Session {
            front_end,
            text: String::new(),
            points: vec![start],
            given: Vec::new(),
            messages: Vec::new(),
            records: Vec::new(),
        }
    }

    /// Elaborates `text` in the place of the text before. How many commands had to be elaborated.
    pub fn update(&mut self, text: &str) -> usize {
        if text == self.text {
            return 0;
        }
        let same = self.text.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
        let kept = self.points.iter().take_while(|p| p.settled <= same).count().max(1);
        self.points.truncate(kept);
        let Some(at) = self.points.last().cloned() else { return 0 };
        self.given.truncate(at.messages);
        self.records.truncate(at.records);
        let e = &mut self.front_end.elab;
        (e.m.env, e.scope, e.local_attrs, e.fresh) = (at.env, at.scope, at.local_attrs, at.fresh);
        e.messages = std::mem::take(&mut self.given);
        e.source = text.into();
        let depth = self.points[0].scope.stack.len();
        let mut table = at.table;
        let mut parser = Parser::resume(text, at.position, at.errors);
        let mut count = 0;
        while self.front_end.next(&mut parser, &mut table, &mut self.records).is_some() {
            count += 1;
            let position = parser.position();
            let line = text[position.offset()..].find('\n');
            let e = &self.front_end.elab;
            self.points.push(Point {
                position,
                settled: line.map_or(usize::MAX, |n| position.offset() + n + 1),
                errors: parser.errors().to_vec(),
                table: table.clone(),
                env: e.m.env.clone(),
                scope: e.scope.clone(),
                local_attrs: e.local_attrs.clone(),
                fresh: e.fresh,
                messages: e.messages.len(),
                records: self.records.len(),
            });
        }
        self.given.clone_from(&self.front_end.elab.messages);
        self.front_end.finish(parser, table, depth);
        self.messages = std::mem::take(&mut self.front_end.elab.messages);
        self.messages.sort_by_key(|m| m.span.start);
        self.text = text.to_owned();
        count
    }

    /// What is said about the text, in its order.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The declarations of the text.
    #[must_use]
    pub fn records(&self) -> &[DeclRecord] {
        &self.records
    }
}
