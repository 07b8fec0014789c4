//! How a meeting is held: said in the same fields of one meeting and of a series of them. The fields stand in both, since on the
//! wire they lie flat beside the others and unknown fields are refused; what is done with them all is done here.

use super::{MeetingFacts, series::SeriesFacts};
use crate::domain::text::RawText;

macro_rules! held {
    ($facts:ident) => {
        impl $facts {
            /// What is said in words about how it is held, with the name of each field on the wire, in the order in which it is told.
            pub fn held(&self) -> [(&'static str, &RawText); 5] {
                [
                    ("place", &self.place),
                    ("video", &self.video),
                    ("chair", &self.chair),
                    ("secretary", &self.secretary),
                    ("confidentiality", &self.confidentiality),
                ]
            }

            /// The same, to be changed.
            pub fn held_mut(&mut self) -> [(&'static str, &mut RawText); 5] {
                [
                    ("place", &mut self.place),
                    ("video", &mut self.video),
                    ("chair", &mut self.chair),
                    ("secretary", &mut self.secretary),
                    ("confidentiality", &mut self.confidentiality),
                ]
            }
        }
    };
}

held!(MeetingFacts);
held!(SeriesFacts);
