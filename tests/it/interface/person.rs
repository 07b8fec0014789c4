//! Who sits at the screen.

use loket::{api::session::Me, domain::role::Role};

use super::{me, now};

pub fn person() -> Me {
    Me {
        account: me(),
        name: "M. Visser".into(),
        role: Role::Desk,
        organisation: "LMM".into(),
        permissions: "signal.read signal.write signal.note view.write register.read register.replicate register.verify register.write \
                      register.list time-out.read time-out.write confirmation.settle meeting.read meeting.write arrangement.read arrangement.write commitment.write share.write"
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        now: now(),
        today: now().date_naive(),
        demo: false,
        at_hand: None,
    }
}
