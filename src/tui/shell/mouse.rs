//! The mouse: whether it is wanted here, and the requests that turn its reports on and off.

use crate::domain::role::coded_enum;

/// Presses and the wheel, in the form that knows every column, and whether the window has the keyboard: the click that brings
/// it there must do nothing else.
pub const ON: &[u8] = b"\x1b[?1000h\x1b[?1006h\x1b[?1004h";
/// The end of that.
pub const OFF: &[u8] = b"\x1b[?1004l\x1b[?1006l\x1b[?1000l";

coded_enum!(
    /// Whether the mouse is listened to.
    Wish {
        /// On, but off over SSH, where selecting text with the terminal's own means is worth more.
        Auto = "auto",
        /// On.
        On = "on",
        /// Off.
        Off = "off",
    }
);

impl Wish {
    /// Is it on at the start? Asks for variables of the environment.
    pub fn holds(self, variable: impl Fn(&str) -> Option<String>) -> bool {
        let remote = ["SSH_TTY", "SSH_CONNECTION"].iter().any(|name| variable(name).is_some_and(|value| !value.is_empty()));
        match self {
            Self::Auto => !remote,
            Self::On => true,
            Self::Off => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wish;

    #[test]
    fn over_ssh_the_mouse_belongs_to_the_terminal() {
        let local = |_: &str| None;
        let remote = |name: &str| (name == "SSH_CONNECTION").then(|| "10.0.0.1 50000 10.0.0.2 22".to_owned());
        assert!(Wish::Auto.holds(local) && !Wish::Auto.holds(remote));
        assert!(Wish::On.holds(remote) && !Wish::Off.holds(local));
    }
}
