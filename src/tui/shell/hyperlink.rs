//! Does the terminal make a link of text that is marked as one (OSC 8)? Only what is known to counts: others print the request
//! or never will know it (PuTTY).

/// The first VTE that does it without a fault, as it writes its version: 0.50.
const VTE: u32 = 5000;

/// From the variables `TERM`, `TERM_PROGRAM`, `VTE_VERSION`, `WT_SESSION`, `TMUX`, `STY`. Over SSH only `TERM` comes along.
pub fn is_known(variable: impl Fn(&str) -> Option<String>) -> bool {
    let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
    let term = variable("TERM").unwrap_or_default();
    let between = ["TMUX", "STY"].iter().any(|name| variable(name).is_some());
    // What lies between passes it on or not, as it was set up: that cannot be known.
    if between || ["screen", "tmux", "putty", "linux", "vt", "ansi"].iter().any(|name| term.starts_with(name)) {
        return false;
    }
    ["kitty", "foot", "wezterm"].iter().any(|name| term.contains(name))
        || variable("TERM_PROGRAM").is_some_and(|name| name == "iTerm.app" || name == "WezTerm")
        || variable("VTE_VERSION").and_then(|version| version.parse().ok()).is_some_and(|version: u32| version >= VTE)
        || variable("WT_SESSION").is_some()
}

#[cfg(test)]
mod tests {
    use super::is_known;

    fn of(variables: &[(&str, &str)]) -> bool {
        is_known(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn only_terminals_that_are_known_to_do_it() {
        for yes in [
            &[("TERM", "xterm-kitty")][..],
            &[("TERM", "foot")],
            &[("TERM", "wezterm")],
            &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "5000")],
            &[("TERM", "xterm-256color"), ("WT_SESSION", "a"), ("TMUX", "")],
        ] {
            assert!(of(yes), "{yes:?}");
        }
        for no in [
            &[("TERM", "xterm-256color")][..],
            &[("TERM", "putty-256color"), ("WT_SESSION", "a")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "4999")],
            &[("TERM", "tmux-256color"), ("TERM_PROGRAM", "iTerm.app")],
            &[("TERM", "xterm-kitty"), ("TMUX", "/x,1,0")],
            &[("TERM", "screen.xterm-256color"), ("VTE_VERSION", "7000")],
            &[],
        ] {
            assert!(!of(no), "{no:?}");
        }
    }
}
