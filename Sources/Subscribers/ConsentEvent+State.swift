import Consent

/// What an event means in the words of the Data Privacy Vocabulary (W3C DPVCG, DPV 2): the field "event state" of ISO/IEC TS 27560.
struct ConsentEventMeaning {
    /// The types of the event: its state, and what kind of consent was expressed.
    let types: [String]
    /// Who expressed it.
    let isByController: Bool

    init(_ event: ConsentEvent) {
        switch event.kind {
        case .shown, .reconsentRequested:
            types = ["dpv:ConsentRequested"]
            isByController = true
        case .requested:
            let isComplete = event.statements?.areAllTrue == true && event.notice != nil
            types = isComplete ? ["dpv:ConsentGiven", "dpv:ExpressedConsent"] : ["dpv:ConsentRefused"]
            isByController = false
        case .confirmed:
            types = ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"]
            isByController = false
        case .imported:
            types =
                switch event.notice == nil ? .unproven : event.grade ?? .unproven {
                case .unproven: ["dpv:ConsentUnknown"]
                case .singleOptIn: ["dpv:ConsentGiven", "dpv:ExpressedConsent"]
                case .doubleOptIn: ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"]
                }
            isByController = false
        case .withdrawn, .complained:
            types = ["dpv:ConsentWithdrawn"]
            isByController = false
        case .bounced, .erased:
            types = ["dpv:ConsentTerminated"]
            isByController = true
        case .corrected, .exported:
            // No state of consent: what the vocabulary has no word for.
            types = ["prowess:Correction"]
            isByController = true
        }
    }
}

extension ConsentStatus {
    /// Where consent stands, in the words of the Data Privacy Vocabulary.
    var vocabularyTerm: String {
        switch self {
        case .subscribed: "dpv:ConsentGiven"
        case .pending: "dpv:ConsentRequestDeferred"
        case .withdrawn, .complained: "dpv:ConsentWithdrawn"
        case .bounced, .erased: "dpv:ConsentTerminated"
        case .unproven: "dpv:ConsentUnknown"
        case .declined: "dpv:ConsentRefused"
        }
    }
}
