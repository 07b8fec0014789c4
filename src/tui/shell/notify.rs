//! The bell, and a notification of the desktop. Neither says anything of a case or a person.

use crate::{domain::text::SafeText, locale::Texts};

/// How a terminal is asked for a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `OSC 9`: iTerm2, WezTerm, kitty, Ghostty, Windows Terminal; others ignore it.
    Nine,
    /// `OSC 777`: rxvt, foot, VTE.
    Seven,
}

/// What rings, where it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ringing {
    /// Ring the bell.
    pub bell: bool,
    /// Ask for a notification, this way.
    pub notify: Option<Way>,
    /// Inside tmux what is not for it must be passed on.
    pub in_tmux: bool,
}

impl Ringing {
    /// As wished, with what the variables of the environment tell about the terminal.
    pub fn from_variables(bell: bool, notify: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let seven = variable("VTE_VERSION").is_some() || term.starts_with("foot") || term.starts_with("rxvt");
        let way = if seven { Way::Seven } else { Way::Nine };
        Self { bell, notify: notify.then_some(way), in_tmux: variable("TMUX").is_some() }
    }

    /// The bytes.
    pub fn bytes(self, texts: &Texts) -> Vec<u8> {
        let words = SafeText::line(&texts.get("notification"));
        let request = match self.notify {
            Some(Way::Nine) => format!("\x1b]9;{words}\x07"),
            Some(Way::Seven) => format!("\x1b]777;notify;loket;{words}\x07"),
            None => String::new(),
        };
        let mut bytes = if self.in_tmux && !request.is_empty() {
            format!("\x1bPtmux;{}\x1b\\", request.replace('\x1b', "\x1b\x1b")).into_bytes()
        } else {
            request.into_bytes()
        };
        if self.bell {
            bytes.push(0x07);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn the_bell_rings_when_wanted_and_a_notification_is_asked_for_in_the_terminals_own_way() {
        let texts = Texts::new(Language::English);
        let bytes = |bell, notify, variables: &[(&str, &str)]| {
            let found = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            String::from_utf8(Ringing::from_variables(bell, notify, found).bytes(&texts)).unwrap()
        };
        assert_eq!(bytes(true, false, &[]), "\x07");
        assert_eq!(bytes(false, false, &[("TMUX", "x")]), "");
        let nine = bytes(false, true, &[("TERM", "xterm-256color")]);
        assert!(nine.starts_with("\x1b]9;loket") && nine.ends_with('\x07'), "{nine:?}");
        assert!(bytes(false, true, &[("TERM", "foot")]).starts_with("\x1b]777;notify;loket;"));
        let wrapped = bytes(true, true, &[("VTE_VERSION", "7600"), ("TMUX", "x")]);
        assert!(wrapped.starts_with("\x1bPtmux;\x1b\x1b]777;") && wrapped.ends_with("\x1b\\\x07"), "{wrapped:?}");
    }
}
