//! What can lie over a pane; the last of them has the keys.

use super::{
    choose::Choose, conflict::Conflict, explaining::Reader, finder::Finder, form::Form, lookup::Lookup, panel::Panel,
    picker::Picker, setup::Setup, signing_in::SigningIn,
};

/// Something that lies over a pane.
#[derive(Debug, Clone)]
pub enum Modal {
    /// A form.
    Form(Box<Form>),
    /// The register, over any screen.
    Lookup(Box<Lookup>),
    /// A small menu.
    Choose(Choose),
    /// Which of two people's texts counts.
    Conflict(Box<Conflict>),
    /// A page about an instrument or a rule.
    Explanation(Box<Reader>),
    /// Help or palette.
    Finder(Box<Finder>),
    /// Setting loket up, over the whole screen.
    Setup(Box<Setup>),
    /// Signing in, over the whole screen.
    SignIn(Box<SigningIn>),
    /// Templates, drafts or links.
    Picker(Box<Picker>),
    /// A list over the pane: facets or columns.
    Panel(Panel),
}
