import Evaluation
import Testing

@testable import Content

/// Small exports of the school of ``ContentSample``, and what is read of them.
enum SurveyFile {
    /// The tools whose exports are read.
    enum Format: String, CaseIterable, Sendable {
        case googleForms = "google-forms"
        case surveyMonkey = "surveymonkey"
        case qualtrics
        case plain
    }

    static let path = "schools/oak/surveys/baseline-student.csv"

    /// The folder with this export, the wave's further keys, and another questionnaire where one is given.
    static func sample(
        format: Format = .plain, _ export: String, wave: String = "", instrument: String = ContentSample.instrument
    ) throws -> ContentSample {
        let keys = "format: \(format.rawValue)" + (wave.isEmpty ? "" : ", \(wave)")
        return try ContentSample([
            "schools/oak/school.yaml": ContentSample.school.replacing("format: plain", with: keys),
            "instruments/climate.yaml": instrument, path: export,
        ])
    }

    /// What is read of an export that has nothing wrong with it.
    static func responses(
        format: Format = .plain, _ export: String, wave: String = "",
        instrument: String = ContentSample.instrument, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> SurveyResponses {
        let sample = try sample(format: format, export, wave: wave, instrument: instrument)
        #expect(sample.text() == "", sourceLocation: sourceLocation)
        return try #require(try sample.records().first?.responses.first, sourceLocation: sourceLocation)
    }

    /// A questionnaire with an item of each kind.
    static let instrument = """
        title: Survey
        version: "2"
        language: en
        scale:
          - {code: 1, label: {en: "No", es: "No, nunca"}}
          - {code: 2, label: {en: Partly, es: En parte}}
          - {code: 3, label: {en: "Yes", es: Sí}, favorable: true}
          - {code: 9, label: {en: Does not apply, es: No aplica}, not-applicable: true}
          - {label: I don't know, dont-know: true}
        domains:
          - {id: trust, title: Trust}
        groups: [student]
        items:
          - {id: r1, domain: trust, text: {en: "I trust the officer.", es: "Confío en el oficial."}}
          - {id: s1, kind: single-choice, text: "How often do you talk?", choices: [Never, 1-2, "3-5", "6-10"]}
          - id: m1
            kind: multiple-choice
            text: "Where did you meet?"
            choices:
              - Hallway
              - {code: 7, label: "Office, front"}
              - Office
              - Other (please specify)
          - {id: c1, kind: comment, text: "Anything else?"}
        """

    /// An export of the questionnaire of ``ContentSample`` as a tool writes it.
    static func example(_ format: Format) -> String {
        let first = "I trust the officer's word."
        let second = "\"I was \"\"sent out\"\" without a reason.\""
        return switch format {
        case .plain: "t1,t2\nYes,No\nNo,Partly\nNo,No\n"
        case .googleForms:
            "Timestamp,\(first),\(second)\n1/6/2025 9:00:00,Yes,No\n1/7/2025 9:00:00,No,No\n1/8/2025,No,No\n"
        case .surveyMonkey:
            "Respondent ID,Start Date,\(first),\(second)\n,,Response,Response\n118,01/06/2025,Yes,No\n119,01/07/2025,No,No\n"
        case .qualtrics:
            """
            Status,ResponseId,Q1,Q2
            Response Type,Response ID,\(first),\(second)
            "{""ImportId"":""status""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"
            IP Address,R_1,Yes,No

            """
        }
    }
}
