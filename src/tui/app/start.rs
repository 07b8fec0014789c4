//! What the state starts from.

use std::sync::Arc;

use super::{keymap::Keymap, menu_letters::Rest, settings::Settings, template::Template};
use crate::{domain::Instant, locale::Texts};

/// What can be switched to while loket runs, by name.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Keymaps, each with the user's own keys over it.
    pub keymaps: Vec<(String, Arc<Keymap>)>,
    /// Themes.
    pub themes: Vec<String>,
    /// When a choice was last written to the configuration, so that the change there is no news.
    pub kept_at: Option<Instant>,
    /// What is left of the name of keys that were chosen by its first letter.
    pub rest: Option<Rest>,
}

/// What the state starts from.
#[derive(Debug, Clone)]
pub struct Start {
    /// Window size.
    pub size: (u16, u16),
    /// Now.
    pub now: Instant,
    /// Sixteen random bytes: keys for writes are made from them.
    pub seed: [u8; 16],
    /// The server's address, for messages.
    pub server: String,
    /// Texts.
    pub texts: Arc<Texts>,
    /// Keymap.
    pub keymap: Arc<Keymap>,
    /// What can be switched to.
    pub choices: Choices,
    /// The user's own templates.
    pub templates: Vec<Template>,
    /// Is the mouse listened to?
    pub mouse: bool,
    /// Is this read as lines instead of looked at?
    pub plain: bool,
    /// What the user has set.
    pub settings: Settings,
    /// A notice to begin with.
    pub notice: Option<String>,
}
