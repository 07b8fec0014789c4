//! Scenarios about housing: eviction, disconnection, an address. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &[
            "Ontruiming terwijl nabetaling kinderbijslag loopt",
            "Huurschuld door stopgezette kinderbijslag",
            "Ontruimingsvonnis, nabetaling SVB komt te laat",
        ],
        domains: &[Housing, Finances, Children],
        bodies: &[
            ("SVB", "De nabetaling is toegezegd, maar kan niet worden versneld."),
            ("DT", "Kindgebonden budget volgt pas als de SVB heeft beslist."),
        ],
        ruling: Some(Ruling { body: "SVB", kind: "herziening kinderbijslag", prefix: "AKW" }),
        euros: (1_800, 5_200),
        threat: Some("ontruiming"),
        urgency: Urgency::High,
        reason: "Er ligt een ontruimingsvonnis en er wonen kinderen in huis.",
        account: &[
            "Moeder met {kinderen}.",
            "De huurachterstand van {bedrag} ontstond doordat kinderbijslag en kindgebonden budget na een verhuizing zijn stopgezet.",
            "De nabetaling is toegezegd, maar duurt nog {weken} weken.",
            "De corporatie heeft een ontruimingsvonnis en wil niet langer wachten.",
            "De gemeente wil tijdelijk bijspringen, mits vaststaat dat de nabetaling komt.",
        ],
        stalemate: "De corporatie wacht niet op de nabetaling en de SVB betaalt niet eerder.",
        tried: &[
            ("Uitstel van de ontruiming gevraagd", "woningcorporatie"),
            ("Gevraagd de nabetaling te versnellen", "SVB"),
            ("Overbrugging besproken", "sociale dienst"),
        ],
        household_wants: "In de woning blijven en de achterstand inlopen.",
        professional_wants: "Een voorschot van de SVB of uitstel van de ontruiming tot de nabetaling er is.",
        ..PLAIN
    },
    Scenario {
        titles: &["Huurtoeslag stopt door medebewoner in de BRP", "Vertrokken inwoner blijft ingeschreven, toeslag weg"],
        domains: &[Housing, Benefits, Finances],
        bodies: &[
            ("DT", "Volgt de inschrijving in de BRP en wijkt daar niet van af."),
            ("GM", "Doet eerst een adresonderzoek van {weken} weken."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "herziening huurtoeslag", prefix: "HT" }),
        euros: (900, 3_400),
        threat: Some("incasso huur"),
        urgency: Urgency::Normal,
        reason: "De huur is al twee maanden niet volledig betaald.",
        account: &[
            "Een vroegere medebewoner staat nog op het adres ingeschreven, maar woont er al {maanden} maanden niet meer.",
            "Dienst Toeslagen telt het inkomen mee en heeft de huurtoeslag herzien; er wordt {bedrag} teruggevorderd.",
            "Het adresonderzoek van de gemeente loopt, maar een uitkomst is er nog niet.",
            "Zonder toeslag kan mevrouw de huur niet betalen.",
        ],
        stalemate: "Dienst Toeslagen wacht op de BRP en de gemeente kan het adresonderzoek niet korter maken.",
        tried: &[
            ("Adresonderzoek aangevraagd", "burgerzaken"),
            ("Verklaring van de verhuurder gestuurd", "Dienst Toeslagen"),
            ("Betalingsregeling voor de huur gevraagd", "verhuurder"),
        ],
        household_wants: "De huurtoeslag terug vanaf de maand van vertrek van de medebewoner.",
        professional_wants: "Dat de vertrekdatum met terugwerkende kracht wordt verwerkt en de terugvordering stopt.",
        ..PLAIN
    },
    Scenario {
        titles: &[
            "Afsluiting energie aangekondigd, baby in huis",
            "Stroom en gas worden afgesloten, hulp start later",
            "Afsluiting energie ondanks aanvraag budgetbeheer",
        ],
        domains: &[Housing, Finances, Children],
        euros: (700, 2_900),
        threat: Some("afsluiting"),
        urgency: Urgency::Crisis,
        reason: "Een jong kind in huis en geen verwarming na de afsluiting.",
        account: &[
            "De netbeheerder heeft aangekondigd gas en stroom af te sluiten wegens een schuld van {bedrag}.",
            "In huis woont een gezin met {kinderen}, van wie de jongste nog een baby is.",
            "Budgetbeheer is aangevraagd, maar start pas over {weken} weken.",
            "De leverancier wil alleen een regeling als de hele achterstand in één keer wordt betaald.",
        ],
        stalemate: "De leverancier vraagt zekerheid die budgetbeheer pas na de start kan geven.",
        tried: &[
            ("Betalingsregeling gevraagd", "energieleverancier"),
            ("Verzocht de afsluiting uit te stellen", "netbeheerder"),
            ("Spoedaanvraag bijzondere bijstand gedaan", "sociale dienst"),
        ],
        household_wants: "Verwarming en stroom houden.",
        professional_wants: "Uitstel van de afsluiting tot budgetbeheer is gestart.",
        ..PLAIN
    },
    Scenario {
        titles: &["Geen briefadres, daardoor geen uitkering", "Twee gemeenten weigeren een briefadres"],
        domains: &[Housing, Finances, ResidenceAndIdentity],
        bodies: &[
            ("GM", "Vindt dat de vorige woongemeente een briefadres moet geven."),
            ("RvIG", "Ziet geen taak in een afzonderlijk geval."),
        ],
        ruling: Some(Ruling { body: "GM", kind: "weigering briefadres", prefix: "BRP" }),
        threat: Some("uitkering stopt"),
        urgency: Urgency::High,
        reason: "Over enkele dagen is er geen inkomen meer.",
        account: &[
            "Meneer slaapt sinds {maanden} maanden bij wisselende bekenden en staat nergens ingeschreven.",
            "Zonder briefadres krijgt hij geen uitkering, en zonder uitkering geen plek in de opvang.",
            "De gemeente verwijst naar de vorige woongemeente en die verwijst terug.",
            "Ook zijn zorgverzekeraar kan hem niet meer bereiken.",
        ],
        stalemate: "Twee gemeenten wijzen voor het briefadres naar elkaar.",
        tried: &[
            ("Briefadres aangevraagd", "burgerzaken"),
            ("Overleg gehad over de binding met de regio", "vorige woongemeente"),
        ],
        household_wants: "Post kunnen ontvangen en een uitkering aanvragen.",
        professional_wants: "Dat één gemeente het briefadres geeft terwijl de vraag over de binding wordt uitgezocht.",
        ..PLAIN
    },
    Scenario {
        titles: &["Gezin in onveilig huis wacht op schadebesluit", "Mijnbouwschade: geen besluit, wel gevaar"],
        domains: &[Housing, PhysicalHealth, Children],
        bodies: &[
            ("IMG", "Heeft de beslistermijn verlengd omdat een deskundige ontbreekt."),
            ("BZK", "Verwijst voor versterking naar de uitvoering."),
        ],
        euros: (6_000, 38_000),
        threat: Some("tijdelijke woning eindigt"),
        urgency: Urgency::Normal,
        reason: "De scheuren worden groter en de tijdelijke woning is niet langer beschikbaar.",
        account: &[
            "De achtergevel van de woning is gescheurd en het gezin met {kinderen} slaapt beneden.",
            "De aanvraag voor schadevergoeding loopt al {maanden} maanden zonder besluit.",
            "Versterking en schadeherstel liggen bij verschillende loketten, die op elkaar wachten.",
            "De tijdelijke woning is beschikbaar tot het eind van de maand.",
        ],
        stalemate: "Schadeherstel wacht op de versterking en de versterking wacht op het schadebesluit.",
        tried: &[("Gevraagd om een spoedopname", "IMG"), ("Verlenging van de tijdelijke woning gevraagd", "verhuurder")],
        household_wants: "Veilig wonen en weten wanneer het herstel begint.",
        professional_wants: "Eén besluit over herstel en versterking samen, en een woning tot die tijd.",
        provinces: &["Groningen"],
        ..PLAIN
    },
    Scenario {
        titles: &["Huurverlaging uitgesproken, oude huur wordt geïnd", "Verhuurder negeert uitspraak Huurcommissie"],
        domains: &[Housing, Finances, Debts],
        bodies: &[
            ("HC", "Heeft uitspraak gedaan en kan de nakoming niet afdwingen."),
            ("DT", "Rekent met de huur die de verhuurder opgeeft."),
        ],
        euros: (600, 2_200),
        threat: Some("zitting kantonrechter"),
        urgency: Urgency::Low,
        reason: "De verhuurder heeft het gezin gedagvaard.",
        account: &[
            "De Huurcommissie heeft de huur {maanden} maanden geleden verlaagd wegens gebreken.",
            "De verhuurder int de oude huur en noemt het verschil van {bedrag} een achterstand.",
            "Dienst Toeslagen gaat uit van de nieuwe huur, waardoor de huurtoeslag ook nog daalde.",
            "Het gezin heeft geen geld voor een advocaat.",
        ],
        stalemate: "De uitspraak geldt, maar niemand voert haar uit.",
        tried: &[("Uitspraak nogmaals toegestuurd", "verhuurder"), ("Rechtshulp gevraagd", "Juridisch Loket")],
        household_wants: "De lagere huur betalen en van de aanmaningen af zijn.",
        professional_wants: "Rust tot de zitting en een toeslag die past bij de huur die echt wordt geïnd.",
        ..PLAIN
    },
];
