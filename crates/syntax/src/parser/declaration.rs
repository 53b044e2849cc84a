//! Declarations: definitions, inductive types, structures.

use super::{P, PResult};
use crate::ast::{
    BinderKind, Body, CommandKind, Ctor, DeclId, DefKeyword, Definition, Ident, Inductive, Modifiers, Parent,
    Scope, StructCtor, StructField, Structure, Termination, TerminationBy,
};
use crate::lexer::Tok;

impl P<'_> {
    pub(super) fn declaration(&mut self) -> PResult<CommandKind> {
        let first = self.peek();
        let modifiers = self.modifiers()?;
        let scope = self.opt_scope();
        if modifiers.visibility == crate::ast::Visibility::Public && self.at_word("meta") {
            self.bump();
        }
        let t = self.peek();
        self.keyword = self.i;
        if t.kind == Tok::Hash {
            return match self.text(t) {
                "#guard_msgs" => self.guard_msgs(modifiers.doc),
                _ => self.hash_command(),
            };
        }
        let Tok::Sym(keyword) = t.kind else { return Err(self.unexpected("command")) };
        let def = match keyword {
            "def" => DefKeyword::Def,
            "abbrev" => DefKeyword::Abbrev,
            "theorem" | "lemma" => DefKeyword::Theorem,
            "example" => DefKeyword::Example,
            "axiom" => DefKeyword::Axiom,
            "opaque" => DefKeyword::Opaque,
            "instance" => DefKeyword::Instance,
            "inductive" => return self.inductive(modifiers, false),
            "class" if self.ahead_is(1, "inductive") => {
                self.bump();
                return self.inductive(modifiers, true);
            }
            "import" if self.i > 0 => {
                self.bump();
                self.eat_word("all");
                return Ok(CommandKind::Import(self.ident()?));
            }
            "section" if self.i > 0 => {
                self.bump();
                let name = if self.kind() == Tok::Ident { Some(self.ident()?) } else { None };
                return Ok(CommandKind::Section { name, noncomputable: modifiers.noncomputable });
            }
            "structure" | "class" => return self.structure(modifiers),
            "notation" | "infix" | "infixl" | "infixr" | "prefix" | "postfix" => {
                return self.notation(modifiers, scope);
            }
            "syntax" | "macro" | "macro_rules" | "declare_syntax_cat" => {
                return self.grammar_command(keyword, scope, first.col);
            }
            "coinductive"
            | "elab"
            | "elab_rules"
            | "initialize"
            | "builtin_initialize"
            | "run_cmd"
            | "alias"
            | "unseal"
            | "seal"
            | "grind_pattern"
            | "simproc"
            | "dsimproc"
            | "unif_hint"
            | "add_decl_doc"
            | "run_elab"
            | "run_meta"
            | "recommended_spelling"
            | "binder_predicate"
            | "library_note" => {
                self.bump();
                self.skip_command(first.col);
                return Ok(CommandKind::Unsupported { keyword: keyword.to_owned() });
            }
            _ => {
                let expected = if self.i == 0 { "command" } else { "declaration" };
                return Err(self.unexpected(expected));
            }
        };
        self.definition(modifiers, scope, def)
    }

    fn definition(
        &mut self,
        modifiers: Modifiers,
        scope: Scope,
        keyword: DefKeyword,
    ) -> PResult<CommandKind> {
        let keyword_span = self.bump().span;
        let priority = if keyword == DefKeyword::Instance { self.named_option("priority")? } else { None };
        let name = match keyword {
            DefKeyword::Example => None,
            DefKeyword::Instance if self.kind() != Tok::Ident => None,
            _ => Some(self.decl_id()?),
        };
        let binders = self.signature_binders()?;
        let ty = self.opt_type()?;
        let header_span = self.since(keyword_span.start);
        let typed = match keyword {
            DefKeyword::Theorem | DefKeyword::Axiom | DefKeyword::Opaque | DefKeyword::Instance => true,
            DefKeyword::Def | DefKeyword::Abbrev | DefKeyword::Example => false,
        };
        if typed && ty.is_none() {
            return Err(self.unexpected("':'"));
        }
        let body = if self.eat(":=") {
            Body::Value(self.term(0)?)
        } else if self.at("|") {
            Body::Alts(self.match_alts()?)
        } else if self.eat("where") {
            Body::Fields(self.where_fields()?)
        } else if typed {
            Body::None
        } else {
            return Err(self.unexpected("':=', 'where' or '|'"));
        };
        let termination = self.termination()?;
        let mut where_decls = Vec::new();
        if self.eat("where") {
            self.with_position(|p| {
                loop {
                    where_decls.push(p.local_def()?);
                    let more = p.eat(";") || p.next_item();
                    if !more || !matches!(p.kind(), Tok::Ident | Tok::Doc | Tok::Sym("@[")) {
                        return Ok(());
                    }
                }
            })?;
        }
        let deriving = self.deriving()?;
        Ok(CommandKind::Def(Box::new(Definition {
            modifiers,
            scope,
            keyword,
            keyword_span,
            priority,
            name,
            binders,
            ty,
            body,
            where_decls,
            termination,
            deriving,
            header_span,
        })))
    }

    /// `f.{u, v}`
    fn decl_id(&mut self) -> PResult<DeclId> {
        let name = self.ident()?;
        let levels = if self.at(".{") && self.glued(0) {
            self.bump();
            Some(self.comma_list("}", P::ident)?)
        } else {
            None
        };
        Ok(DeclId { name, levels })
    }

    /// `termination_by … decreasing_by …`
    pub(super) fn termination(&mut self) -> PResult<Termination> {
        let mut t = Termination::default();
        loop {
            let start = self.start();
            if self.eat("termination_by?") {
                t.termination_by = Some(TerminationBy {
                    structural: false,
                    vars: Vec::new(),
                    body: None,
                    span: self.since(start),
                });
            } else if self.eat("termination_by") {
                let structural = self.at_word("structural") && !self.ahead_is(1, "=>");
                if structural {
                    self.bump();
                }
                let n = self.names_ahead(0);
                let mut vars = Vec::new();
                if n > 0 && self.ahead_is(n, "=>") {
                    vars = std::iter::from_fn(|| self.opt_binder_name()).collect();
                    self.bump();
                }
                let body = Some(self.term(0)?);
                t.termination_by = Some(TerminationBy { structural, vars, body, span: self.since(start) });
            } else if self.eat("decreasing_by") {
                t.decreasing_by = Some(self.tactic_seq()?);
            } else if self.eat("partial_fixpoint") {
                t.partial_fixpoint = true;
            } else {
                return Ok(t);
            }
        }
    }

    /// `deriving A, B`
    fn deriving(&mut self) -> PResult<Vec<Ident>> {
        if self.at("deriving") && !self.ahead_is(1, "instance") {
            self.bump();
            return self.comma_list1(P::ident);
        }
        Ok(Vec::new())
    }

    fn inductive(&mut self, modifiers: Modifiers, is_class: bool) -> PResult<CommandKind> {
        let keyword_span = self.bump().span;
        let name = self.decl_id()?;
        let binders = self.signature_binders()?;
        let ty = self.opt_type()?;
        if !self.eat("where") {
            self.eat(":=");
        }
        let mut ctors = Vec::new();
        while self.at("|") || (self.kind() == Tok::Doc && self.ahead_is(1, "|")) {
            ctors.push(self.ctor()?);
        }
        let deriving = self.deriving()?;
        Ok(CommandKind::Inductive(Box::new(Inductive {
            modifiers,
            is_class,
            keyword_span,
            name,
            binders,
            ty,
            ctors,
            deriving,
        })))
    }

    fn ctor(&mut self) -> PResult<Ctor> {
        let start = self.start();
        let doc = if self.kind() == Tok::Doc {
            let t = self.bump();
            Some(self.comment(t.span))
        } else {
            None
        };
        self.expect("|")?;
        let mut modifiers = self.modifiers()?;
        modifiers.doc = modifiers.doc.or(doc);
        let name = self.raw_ident()?;
        let binders = self.signature_binders()?;
        let ty = self.opt_type()?;
        Ok(Ctor { modifiers, name, binders, ty, span: self.since(start) })
    }

    fn structure(&mut self, modifiers: Modifiers) -> PResult<CommandKind> {
        let t = self.bump();
        let keyword_span = t.span;
        let is_class = t.kind == Tok::Sym("class");
        let name = self.decl_id()?;
        let binders = self.signature_binders()?;
        let mut ty = self.opt_type()?;
        let mut parents = Vec::new();
        if self.eat("extends") {
            parents = self.comma_list1(|p| {
                let name = p.opt_hyp().and_then(|n| n.ident().cloned());
                Ok(Parent { name, ty: p.term(0)? })
            })?;
        }
        if ty.is_none() {
            ty = self.opt_type()?;
        }
        let (mut ctor, mut fields) = (None, Vec::new());
        if self.eat("where") || self.eat(":=") {
            ctor = self.struct_ctor()?;
            self.with_position(|p| {
                while p.at_field() && p.col_ge() {
                    fields.push(p.struct_field()?);
                }
                Ok(())
            })?;
        }
        let deriving = self.deriving()?;
        Ok(CommandKind::Structure(Box::new(Structure {
            modifiers,
            is_class,
            keyword_span,
            name,
            binders,
            parents,
            ty,
            ctor,
            fields,
            deriving,
        })))
    }

    /// `mk ::`
    fn struct_ctor(&mut self) -> PResult<Option<StructCtor>> {
        let mut k = 0;
        while matches!(self.ahead(k).kind, Tok::Doc | Tok::Sym("private" | "protected")) {
            k += 1;
        }
        if !(self.ahead(k).kind == Tok::Ident && self.ahead_is(k + 1, "::")) {
            return Ok(None);
        }
        let start = self.start();
        let modifiers = self.modifiers()?;
        let name = self.ident()?;
        self.bump();
        Ok(Some(StructCtor { modifiers, name, span: self.since(start) }))
    }

    /// Whether a field begins here: a name or bracket after its modifiers.
    fn at_field(&mut self) -> bool {
        let mut k = 0;
        loop {
            match self.ahead(k).kind {
                Tok::Doc | Tok::Sym("private" | "protected") => k += 1,
                Tok::Sym("@[") => match self.closer(self.i + k) {
                    Some(c) => k = c + 1 - self.i,
                    None => return false,
                },
                Tok::Ident | Tok::Sym("(" | "{" | "[" | "⦃") => return true,
                Tok::Sym(_) => return k == 0 && self.word().is_some() && self.ahead_is(1, ":"),
                _ => return false,
            }
        }
    }

    fn struct_field(&mut self) -> PResult<StructField> {
        let start = self.start();
        let modifiers = self.modifiers()?;
        let kind = match self.kind() {
            Tok::Sym("(") => BinderKind::Explicit,
            Tok::Sym("{") => BinderKind::Implicit,
            Tok::Sym("⦃") => BinderKind::StrictImplicit,
            Tok::Sym("[") => BinderKind::Instance,
            _ => {
                let names = vec![self.raw_ident()?];
                let (binders, ty, default) = self.field_signature()?;
                let span = self.since(start);
                let kind = BinderKind::Explicit;
                return Ok(StructField { modifiers, kind, names, binders, ty, default, span });
            }
        };
        if kind == BinderKind::Instance {
            let binder = self.bracketed_binder()?;
            let names = binder.names.iter().filter_map(|n| n.ident().cloned()).collect();
            let span = self.since(start);
            return Ok(StructField {
                modifiers,
                kind,
                names,
                binders: Vec::new(),
                ty: binder.ty,
                default: None,
                span,
            });
        }
        let close = match kind {
            BinderKind::Explicit => ")",
            BinderKind::Implicit => "}",
            _ => "⦄",
        };
        self.bump();
        let (names, (binders, ty, default)) = self.without_position(|p| {
            let mut names = vec![p.ident()?];
            while p.kind() == Tok::Ident {
                names.push(p.ident()?);
            }
            Ok((names, p.field_signature()?))
        })?;
        self.expect(close)?;
        Ok(StructField { modifiers, kind, names, binders, ty, default, span: self.since(start) })
    }

    fn field_signature(
        &mut self,
    ) -> PResult<(Vec<crate::ast::Binder>, Option<crate::ast::Term>, Option<crate::ast::Term>)> {
        let mut binders = Vec::new();
        while (self.at_bracket() || self.at_binder_name(0)) && self.col_gt() {
            if self.at_bracket() {
                binders.push(self.bracketed_binder()?);
            } else {
                let name = self.binder_name()?;
                binders.push(super::binder::plain(vec![name], None));
            }
        }
        let ty = self.opt_type()?;
        let default = if self.eat(":=") { Some(self.term(0)?) } else { None };
        if ty.is_none() && default.is_none() {
            return Err(self.unexpected("':' or ':='"));
        }
        Ok((binders, ty, default))
    }
}

#[cfg(test)]
mod tests {
    use crate::ast::{Body, CommandKind};

    #[test]
    fn a_theorem_without_proof_is_a_goal() {
        let file = crate::parse_file("theorem t : 1 = 1\ntheorem u : 2 = 2 := by\n\ndef x := 1");
        assert_eq!(file.errors, []);
        assert_eq!(file.commands.len(), 3);
        let CommandKind::Def(d) = &file.commands[0].kind else { panic!("not a definition") };
        assert!(matches!(d.body, Body::None));
    }
}
