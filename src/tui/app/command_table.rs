//! What the table of commands is written in, and what comes of it: an enum with a name, a scope and traits for each.

/// What is true of a command wherever it is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// One press of undo takes it back.
    Undoable,
    /// Changes something on the server: not in read-only mode, not without the right to.
    Writes,
    /// Cannot wait: without a connection it is refused, where a note or a draft is kept and sent later.
    Live,
    /// Works on every marked signal at once.
    Many,
    /// Asks first when something could be lost.
    Asks,
    /// One press changes something on the server, without a form, a menu or a question.
    AtOnce,
}

macro_rules! commands {
    ($($scope:ident { $($variant:ident = $name:literal $doc:literal $([$($trait:ident),+])?),+ $(,)? })+) => {
        /// An action. Its texts are `command-SCOPE-NAME` (a word for the hint line), `command-SCOPE-NAME-help` (a sentence)
        /// and `command-SCOPE-NAME-also` (what else people call it).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($(#[doc = $doc] $variant),+),+ }

        impl Command {
            /// Every command, in the order of help.
            pub const ALL: &'static [Self] = &[$($(Self::$variant),+),+];

            /// The name in keymap files.
            pub fn name(self) -> &'static str { match self { $($(Self::$variant => $name),+),+ } }

            /// Where it works.
            pub fn scope(self) -> Scope { match self { $($(Self::$variant => Scope::$scope),+),+ } }

            /// What is true of it.
            pub fn traits(self) -> &'static [Trait] {
                match self { $($(Self::$variant => &[$($(Trait::$trait),+)?]),+),+ }
            }

            /// Is this true of it?
            pub fn is(self, wanted: Trait) -> bool { self.traits().contains(&wanted) }

            /// The key of its word for the hint line.
            pub fn word(self) -> String { format!("command-{}-{}", self.scope().name(), self.name()) }

            /// The key of its sentence for help.
            pub fn sentence(self) -> String { format!("{}-help", self.word()) }

            /// The key of what else people call it: searched, shown nowhere.
            pub fn also(self) -> String { format!("{}-also", self.word()) }

            /// The command with this name in this scope.
            pub fn find(scope: Scope, name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|command| command.scope() == scope && command.name() == name)
            }
        }
    };
}

pub(super) use commands;
