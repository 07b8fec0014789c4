//! Scenarios about allowances: set off, claimed back, stopped. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &[
            "Verrekening met huurtoeslag ondanks regeling",
            "Toeslag verrekend, gezin onder beslagvrije voet",
            "Oude belastingschuld slokt toeslagen op",
        ],
        domains: &[Debts, Benefits, Finances],
        bodies: &[
            ("BD", "Verrekent automatisch zolang de regeling niet is verwerkt."),
            ("DT", "Betaalt uit wat na verrekening overblijft."),
        ],
        ruling: Some(Ruling { body: "BD", kind: "verrekening", prefix: "INV" }),
        euros: (1_200, 7_800),
        threat: Some("verrekening"),
        urgency: Urgency::High,
        reason: "Na de volgende verrekening houdt het gezin te weinig over voor eten.",
        account: &[
            "De Belastingdienst verrekent een oude schuld van {bedrag} met de toeslagen.",
            "Er is al {weken} weken een betalingsregeling, maar de verrekening loopt door.",
            "Het gezin met {kinderen} houdt {inhouding} per maand minder over dan de beslagvrije voet.",
            "De voedselbank is ingeschakeld.",
        ],
        stalemate: "De regeling is getroffen, maar het systeem verrekent door tot zij is verwerkt.",
        tried: &[
            ("Bewijs van de regeling gestuurd", "Belastingdienst"),
            ("Gevraagd de verrekening stil te leggen", "Belastingdienst"),
            ("Noodpakket geregeld", "voedselbank"),
        ],
        household_wants: "De toeslagen weer volledig ontvangen.",
        professional_wants: "De verrekening stoppen en terugdraaien tot de dag van de regeling.",
        ..PLAIN
    },
    Scenario {
        titles: &["Terugvordering toeslagen en bijstand tegelijk", "Zelfde inkomen, twee terugvorderingen"],
        domains: &[Benefits, Finances, Debts],
        bodies: &[
            ("DT", "Gaat uit van het inkomen dat de Belastingdienst heeft vastgesteld."),
            ("GM", "Gaat uit van de eigen berekening van het inkomen."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "terugvordering kindgebonden budget", prefix: "KT" }),
        euros: (1_500, 6_500),
        urgency: Urgency::Normal,
        reason: "Twee inhoudingen samen brengen het gezin onder het bestaansminimum.",
        account: &[
            "Over dezelfde maanden vorderen Dienst Toeslagen en de gemeente geld terug, omdat het inkomen twee keer anders is vastgesteld.",
            "Samen wordt {inhouding} per maand ingehouden.",
            "Elke instantie vindt dat de andere haar berekening moet aanpassen.",
            "Het gezin met {kinderen} kan de vaste lasten niet meer betalen.",
        ],
        stalemate: "Twee instanties rekenen met een ander inkomen en geen van beide wil als eerste aanpassen.",
        tried: &[
            ("Beide berekeningen naast elkaar gelegd", "sociale dienst"),
            ("Gevraagd om één inhouding tegelijk", "Dienst Toeslagen"),
        ],
        household_wants: "Eén bedrag en één aanspreekpunt.",
        professional_wants: "Dat één instantie wacht tot het inkomen definitief vaststaat.",
        ..PLAIN
    },
    Scenario {
        titles: &["Kinderopvang stopt, werk op het spel", "Opvangtoeslag stilgezet na wijziging uren"],
        domains: &[Benefits, Work, Children],
        bodies: &[
            ("DT", "Heeft de toeslag stilgezet tot de uren zijn gecontroleerd."),
            ("UWV", "Telt de scholing niet als werk zolang het plan niet is getekend."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "stopzetting kinderopvangtoeslag", prefix: "KOT" }),
        euros: (800, 4_600),
        threat: Some("opvang stopt"),
        urgency: Urgency::High,
        reason: "Zonder opvang kan de ouder niet naar het werk.",
        account: &[
            "Alleenstaande ouder met {kinderen} is {maanden} maanden geleden begonnen aan werk met scholing.",
            "De kinderopvangtoeslag is stilgezet omdat de uren niet overeenkomen met wat het UWV doorgeeft.",
            "De opvang heeft een rekening van {bedrag} openstaan en zegt de plek op.",
            "De werkgever heeft begrip, maar niet onbeperkt.",
        ],
        stalemate: "De toeslag wacht op het UWV en het UWV wacht op een getekend plan van de gemeente.",
        tried: &[
            ("Werkgeversverklaring gestuurd", "Dienst Toeslagen"),
            ("Uitstel van betaling gevraagd", "kinderopvang"),
            ("Plan van aanpak opgevraagd", "UWV"),
        ],
        household_wants: "Blijven werken en de opvangplek houden.",
        professional_wants: "De toeslag voorlopig laten doorlopen tijdens de controle.",
        ..PLAIN
    },
    Scenario {
        titles: &["Compensatie toeslagen, toch weer beslag", "Gedupeerde ouder: schuldeiser houdt vast aan beslag"],
        domains: &[Benefits, Debts, Finances],
        bodies: &[
            ("DT", "Heeft erkend dat de ouder gedupeerd is; de schuldenlijst is nog niet rond."),
            ("CJIB", "Int door omdat de vordering niet op de lijst staat."),
            ("FIN", "Verwijst voor een afzonderlijk geval naar de uitvoering."),
        ],
        euros: (2_500, 12_000),
        threat: Some("beslag op inboedel"),
        urgency: Urgency::Normal,
        reason: "De deurwaarder heeft een dag voor het beslag genoemd.",
        account: &[
            "De ouder is erkend als gedupeerde van de toeslagenaffaire.",
            "Toch legt een schuldeiser opnieuw beslag voor een vordering van {bedrag}, omdat die niet op de schuldenlijst staat.",
            "De lijst wordt pas over {maanden} maanden opnieuw bekeken.",
            "Het vertrouwen in de overheid is weg en de ouder maakt post niet meer open.",
        ],
        stalemate: "De vordering hoort op de lijst, maar tot zij erop staat gaat de inning door.",
        tried: &[("Vordering alsnog aangemeld", "Dienst Toeslagen"), ("Om uitstel gevraagd", "CJIB")],
        household_wants: "Geen deurwaarder meer aan de deur.",
        professional_wants: "De inning stilleggen tot de lijst is aangevuld.",
        ..PLAIN
    },
    Scenario {
        titles: &["Ex-partner blijft toeslagpartner na vertrek", "Toeslagpartner onvindbaar, toeslag geweigerd"],
        domains: &[Benefits, Relations, Finances],
        bodies: &[
            ("DT", "Ziet de ex-partner als toeslagpartner tot de scheiding is ingeschreven."),
            ("RvIG", "Kan de inschrijving van een onbekend adres niet wijzigen."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "afwijzing zorgtoeslag en huurtoeslag", prefix: "TSL" }),
        euros: (700, 3_900),
        urgency: Urgency::Normal,
        reason: "Zonder toeslagen is er elke maand een tekort.",
        account: &[
            "De ex-partner is {maanden} maanden geleden vertrokken naar een onbekend adres.",
            "Zolang de scheiding niet is ingeschreven, telt het oude inkomen mee en zijn de toeslagen afgewezen.",
            "De scheiding kan niet worden afgerond omdat de dagvaarding niet kan worden bezorgd.",
            "Mevrouw leeft met {kinderen} van een deeltijdbaan.",
        ],
        stalemate: "Voor de toeslag is de scheiding nodig en voor de scheiding een adres dat niemand heeft.",
        tried: &[("Verzoek om afwijking ingediend", "Dienst Toeslagen"), ("Openbare betekening besproken", "advocaat")],
        household_wants: "Toeslagen op het eigen inkomen.",
        professional_wants: "Dat de feitelijke situatie telt vanaf de dag van vertrek.",
        ..PLAIN
    },
    Scenario {
        titles: &["Nabetaling WIA leidt tot terugvordering toeslagen", "Late beslissing UWV kost drie jaar toeslag"],
        domains: &[Benefits, Work, Finances],
        bodies: &[
            ("UWV", "Heeft in één keer nabetaald en kan het jaarinkomen niet splitsen."),
            ("DT", "Rekent met het inkomen van het jaar van betaling."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "definitieve berekening toeslagen", prefix: "DEF" }),
        euros: (1_900, 8_400),
        urgency: Urgency::Low,
        reason: "De invordering begint volgende maand.",
        account: &[
            "Het UWV betaalde na een lange procedure de uitkering over {maanden} maanden in één keer na.",
            "Daardoor lijkt het inkomen in dat jaar hoog en vordert Dienst Toeslagen {bedrag} terug.",
            "Over de jaren waarvoor de nabetaling bedoeld was, is juist te weinig toeslag ontvangen.",
        ],
        stalemate: "De nabetaling hoort bij oude jaren, maar de toeslagwet kijkt naar het jaar van betaling.",
        tried: &[
            ("Verzoek om bijzonder inkomen buiten beschouwing te laten", "Dienst Toeslagen"),
            ("Specificatie per jaar opgevraagd", "UWV"),
        ],
        household_wants: "Niet terugbetalen voor een fout van een ander.",
        professional_wants: "Een berekening per jaar waarop de nabetaling betrekking heeft.",
        ..PLAIN
    },
];
