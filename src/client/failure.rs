//! Why a request did not do what was asked: what happened and what to do, in both languages.

use std::{error::Error, time::Duration};

use crate::{
    api::{
        API_VERSION,
        problem::{Code, Problem, exit},
    },
    domain::text::SafeText,
    locale::{Texts, Value},
};

/// So many times a server may say that too much came within a minute, before that is told.
pub(super) const MINUTES: u32 = 5;

/// The longest pause that is waited for, in seconds: a minute is counted.
const LONGEST_PAUSE: u32 = 60;

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server refused, and said why.
    Problem(Box<Problem>),
    /// Nobody is signed in, or nobody with a role.
    NotSignedIn {
        /// Which server.
        server: String,
        /// Why not.
        lapse: Lapse,
    },
    /// Nothing answers, or what stands in front of the server says it is away.
    NoServer {
        /// Which server.
        server: String,
        /// Why not.
        cause: Cause,
    },
    /// Something answers, but it is not loket.
    WrongServer {
        /// Which server.
        server: String,
        /// What it answered with: a media type or a status.
        answer: String,
    },
    /// It is loket, of a version that speaks another API.
    OtherVersion {
        /// Which server.
        server: String,
        /// The version of its API.
        theirs: String,
    },
    /// The connection broke before the answer was whole.
    Cut {
        /// Which server.
        server: String,
        /// Was it a request that changes something? Whether it was saved is not known then.
        writing: bool,
    },
    /// No answer in time.
    TimedOut {
        /// Which server.
        server: String,
        /// As for [`Failure::Cut`].
        writing: bool,
    },
    /// The server answers, but its stream of events does not come through: something on the way collects it first.
    Held {
        /// Which server.
        server: String,
    },
    /// The address is no `https://` one, nor `http://` on this machine.
    Unprotected {
        /// Which server.
        server: String,
    },
    /// The address is no address.
    NoAddress {
        /// What was given.
        server: String,
    },
    /// The token holds characters that no token has.
    NoToken,
    /// This machine cannot make a protected connection.
    NoProtection {
        /// Why not.
        cause: String,
    },
}

/// Why one is not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// The server does not know the token, or it has expired.
    Unknown,
    /// The sign-in is over: the provider renews it no more.
    Over,
    /// The session was ended at the server.
    Ended,
    /// The provider knows who it is, and gives them no role here.
    NoRole,
    /// An administrator whom no other one confirmed yet.
    Waits,
}

impl Lapse {
    /// What an answer of the server says; nothing: it is not about who one is.
    pub(super) fn of(code: Code) -> Option<Self> {
        Some(match code {
            Code::NotSignedIn => Self::Unknown,
            Code::SessionEnded => Self::Ended,
            Code::NoRole => Self::NoRole,
            Code::WaitsForSecondPerson => Self::Waits,
            _ => return None,
        })
    }
}

/// Why nothing answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The machine is there, the program is not.
    Refused,
    /// No machine answers.
    Silent,
    /// The name is not known.
    UnknownName,
    /// The certificate is not trusted, or the connection cannot be protected.
    Unprotected(String),
    /// A status of what stands in front of it: 502, 503 or 504.
    Away(u16),
    /// As the system says it.
    Other(String),
}

impl Failure {
    /// The exit code of a command that ends on it.
    pub fn exit(&self) -> u8 {
        match self {
            Self::Problem(problem) => problem.code.exit(),
            Self::NotSignedIn { .. } => exit::NOT_ALLOWED,
            Self::Cut { writing: true, .. } | Self::TimedOut { writing: true, .. } => exit::NOT_CONFIRMED,
            Self::NoServer { .. } | Self::Cut { .. } | Self::TimedOut { .. } => exit::NO_SERVER,
            Self::Held { .. }
            | Self::WrongServer { .. }
            | Self::OtherVersion { .. }
            | Self::Unprotected { .. }
            | Self::NoAddress { .. }
            | Self::NoToken
            | Self::NoProtection { .. } => exit::CONFIGURATION,
        }
    }

    /// Key of the text that says what happened; with `-advice` behind it, of what to do.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Problem(_) => "failure-problem",
            Self::NotSignedIn { lapse: Lapse::Unknown, .. } => "failure-not-signed-in",
            Self::NotSignedIn { lapse: Lapse::Over, .. } => "failure-sign-in-over",
            Self::NotSignedIn { lapse: Lapse::Ended, .. } => "failure-session-ended",
            Self::NotSignedIn { lapse: Lapse::NoRole, .. } => "failure-no-role",
            Self::NotSignedIn { lapse: Lapse::Waits, .. } => "failure-waits-for-second-person",
            Self::NoServer { .. } => "failure-no-server",
            Self::WrongServer { .. } => "failure-wrong-server",
            Self::OtherVersion { .. } => "failure-other-version",
            Self::Cut { writing: false, .. } => "failure-cut",
            Self::Cut { writing: true, .. } => "failure-cut-writing",
            Self::TimedOut { writing: false, .. } => "failure-timed-out",
            Self::TimedOut { writing: true, .. } => "failure-timed-out-writing",
            Self::Held { .. } => "failure-held",
            Self::Unprotected { .. } => "failure-unprotected",
            Self::NoAddress { .. } => "failure-no-address",
            Self::NoToken => "failure-no-token",
            Self::NoProtection { .. } => "failure-no-protection",
        }
    }

    /// What happened, in one sentence.
    pub fn what(&self, texts: &Texts) -> SafeText {
        if let Self::Problem(problem) = self {
            let said = problem.detail.as_deref().filter(|detail| !detail.trim().is_empty()).unwrap_or(&problem.title);
            return SafeText::line(said);
        }
        SafeText::line(&texts.with(self.key(), &self.values(texts)))
    }

    /// What to do about it; empty when the server gave no advice.
    pub fn advice(&self, texts: &Texts) -> SafeText {
        match self {
            Self::Problem(problem) => SafeText::line(problem.advice.as_deref().unwrap_or_default()),
            _ => SafeText::line(&texts.with(&format!("{}-advice", self.key()), &self.values(texts))),
        }
    }

    /// Can the same request succeed later without a change to it?
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Problem(problem) => {
                matches!(problem.code, Code::TooMany | Code::Internal | Code::Unavailable | Code::TimedOut)
            }
            _ => true,
        }
    }

    /// How long to wait before the same is asked again, where the server says that too much came within a minute. What a limit of the register
    /// or of signing in refuses names that as a fault, and is not waited for.
    pub fn pause(&self) -> Option<Duration> {
        let Self::Problem(problem) = self else { return None };
        let seconds = problem.retry_after.filter(|seconds| *seconds <= LONGEST_PAUSE)?;
        (problem.code == Code::TooMany && problem.errors.is_empty()).then(|| Duration::from_secs(seconds.into()))
    }

    /// Did something answer that could not do it, for a reason that may lie in this request alone?
    pub fn is_fault(&self) -> bool {
        match self {
            Self::Problem(problem) => problem.code == Code::Internal,
            Self::WrongServer { .. } => true,
            _ => false,
        }
    }

    /// Of a request that changes something: is it unknown whether the server did it?
    pub fn leaves_unknown(&self) -> bool {
        match self {
            Self::Cut { writing, .. } | Self::TimedOut { writing, .. } => *writing,
            Self::NoServer { cause: Cause::Away(_), .. } => true,
            Self::Problem(problem) => matches!(problem.code, Code::Internal | Code::TimedOut),
            _ => false,
        }
    }

    fn values(&self, texts: &Texts) -> Vec<(&'static str, Value)> {
        let server = |server: &String| ("server", Value::from(server.as_str()));
        match self {
            Self::Problem(_) | Self::NoToken => vec![],
            Self::NotSignedIn { server: at, .. } | Self::Cut { server: at, .. } | Self::TimedOut { server: at, .. } => {
                vec![server(at)]
            }
            Self::Held { server: at } | Self::Unprotected { server: at } | Self::NoAddress { server: at } => vec![server(at)],
            Self::NoServer { server: at, cause } => vec![server(at), ("cause", cause.text(texts).into())],
            Self::WrongServer { server: at, answer } => vec![server(at), ("answer", answer.as_str().into())],
            Self::OtherVersion { server: at, theirs } => {
                vec![server(at), ("theirs", theirs.as_str().into()), ("ours", API_VERSION.into())]
            }
            Self::NoProtection { cause } => vec![("cause", cause.as_str().into())],
        }
    }
}

impl Cause {
    /// Why a connection did not come about.
    pub(super) fn of(error: &reqwest::Error) -> Self {
        let mut source: Option<&dyn Error> = Some(error);
        while let Some(error) = source {
            if let Some(io) = error.downcast_ref::<std::io::Error>() {
                match io.kind() {
                    std::io::ErrorKind::ConnectionRefused => return Self::Refused,
                    std::io::ErrorKind::TimedOut
                    | std::io::ErrorKind::HostUnreachable
                    | std::io::ErrorKind::NetworkUnreachable => {
                        return Self::Silent;
                    }
                    _ => {}
                }
                if io.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) {
                    return Self::Unprotected(deepest(io));
                }
            }
            if error.is::<rustls::Error>() {
                return Self::Unprotected(error.to_string());
            }
            if error.to_string().contains("dns error") {
                return Self::UnknownName;
            }
            source = error.source();
        }
        if error.is_timeout() { Self::Silent } else { Self::Other(deepest(error)) }
    }

    /// In words.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Refused => texts.get("cause-refused"),
            Self::Silent => texts.get("cause-silent"),
            Self::UnknownName => texts.get("cause-unknown-name"),
            Self::Unprotected(said) => texts.with("cause-unprotected", &[("said", said.as_str().into())]),
            Self::Away(status) => texts.with("cause-away", &[("status", u32::from(*status).into())]),
            Self::Other(said) => texts.of_system(said),
        }
    }
}

/// The innermost error says it best.
pub(super) fn deepest(error: &dyn Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

impl std::fmt::Display for Failure {
    /// For the log: the stable key, and what the server calls it. Never free text of the server.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem(problem) => write!(f, "{}", problem.code.code()),
            _ => f.write_str(self.key()),
        }
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn every() -> Vec<Failure> {
        let server = || "https://loket.example".to_owned();
        vec![
            Failure::NotSignedIn { server: server(), lapse: Lapse::Unknown },
            Failure::NotSignedIn { server: server(), lapse: Lapse::Over },
            Failure::NotSignedIn { server: server(), lapse: Lapse::Ended },
            Failure::NotSignedIn { server: server(), lapse: Lapse::NoRole },
            Failure::NotSignedIn { server: server(), lapse: Lapse::Waits },
            Failure::NoServer { server: server(), cause: Cause::Refused },
            Failure::NoServer { server: server(), cause: Cause::Silent },
            Failure::NoServer { server: server(), cause: Cause::UnknownName },
            Failure::NoServer { server: server(), cause: Cause::Away(502) },
            Failure::NoServer { server: server(), cause: Cause::Unprotected("expired".into()) },
            Failure::WrongServer { server: server(), answer: "text/html".into() },
            Failure::OtherVersion { server: server(), theirs: "2.0.0".into() },
            Failure::Cut { server: server(), writing: false },
            Failure::Cut { server: server(), writing: true },
            Failure::TimedOut { server: server(), writing: false },
            Failure::TimedOut { server: server(), writing: true },
            Failure::Held { server: server() },
            Failure::Unprotected { server: server() },
            Failure::NoAddress { server: server() },
            Failure::NoToken,
            Failure::NoProtection { cause: "x".into() },
        ]
    }

    #[test]
    fn every_failure_says_what_happened_and_what_to_do() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for failure in every() {
                for text in [failure.what(&texts), failure.advice(&texts)] {
                    assert!(text.as_str().len() > 8 && !text.as_str().starts_with("failure-"), "{failure:?}: {text}");
                    assert!(!text.as_str().contains(['{', '}']), "{failure:?}: {text}");
                }
                assert_ne!(failure.exit(), exit::DONE);
            }
        }
    }

    #[test]
    fn what_a_server_says_cannot_steer_the_terminal() {
        let problem = Problem::new(Code::StaleVersion).detail("a\u{1b}[2Jb\u{202e}");
        let failure = Failure::Problem(Box::new(problem));
        assert_eq!(failure.what(&Texts::new(Language::Dutch)).as_str(), "a␛[2Jb⟨202E⟩");
        assert_eq!((failure.exit(), failure.is_passing()), (exit::CONFLICT, false));
    }
}
