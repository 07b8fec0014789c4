//! Two hundred questions to a register of a hundred thousand, written down before there was a ranking.

mod expected;

use expected::{answers, entries, questions};

#[test]
fn every_question_has_an_answer() {
    let (entries, questions) = (entries(), questions());
    assert_eq!(questions.len(), 200);
    for question in questions {
        assert!(entries.iter().any(|facts| answers(facts, &question.expected)), "{question:?}");
    }
}
