//! Roles: what an account may be. What each role may do stands with the routes (`server::policy`).

macro_rules! coded_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize, ::utoipa::ToSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code on the wire and in the database.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.code()) }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                Self::from_code(text).ok_or_else(|| {
                    format!("'{text}' is none of: {}", Self::ALL.iter().map(|v| v.code()).collect::<Vec<_>>().join(", "))
                })
            }
        }
    };
}
pub(crate) use coded_enum;

coded_enum!(
    /// The role an account has. Scope is by organisation.
    Role {
        /// Loketmedewerker: triages and works signals; until register editors exist, also imports and edits the register.
        Desk = "desk",
        /// Secretariaat LET: prepares the agendas of the national escalation team.
        LetSecretary = "let-secretary",
        /// Looks up who has the mandate.
        RegisterReader = "register-reader",
        /// Maintains the own organisation's entries in the register.
        RegisterEditor = "register-editor",
        /// Municipal professional: own signals, time-outs and notes.
        Municipal = "municipal",
        /// National body: positions and commitments in cases shared with it.
        Body = "body",
        /// Privacy officer: reads the audit log.
        PrivacyOfficer = "privacy-officer",
        /// Administrator: accounts; reads no cases.
        Administrator = "administrator",
        /// An intake form, or another system that hands in reports; nobody signs in as it, and it reads nothing.
        IntakeForm = "intake-form",
    }
);

impl Role {
    /// Is it of people outside the desk, who see of a case what their organisation reported and what is shared with it?
    pub fn is_outside(self) -> bool {
        matches!(self, Self::Municipal | Self::Body)
    }

    /// Is it of people? The others have a token that expires, and never sign in.
    pub fn is_of_people(self) -> bool {
        self != Self::IntakeForm
    }
}
