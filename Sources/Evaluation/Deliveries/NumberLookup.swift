/// Finds the number of a booklet that is the same one as a number of another booklet.
///
/// Numbers that follow each other are mostly about the same thing, in both booklets. That thing is looked up once for all of
/// them, and they are found among its few numbers.
struct NumberLookup {
    private var numbers: [Topic: [ReportedNumber]] = [:]
    private var last: (topic: Topic, numbers: [ReportedNumber])?

    init(_ numbers: [ReportedNumber]) {
        var topic: Topic?
        var start = 0
        for (place, number) in numbers.enumerated() where topic?.isOf(number) != true {
            if let topic { self.numbers[topic, default: []] += numbers[start..<place] }
            topic = Topic(number)
            start = place
        }
        if let topic { self.numbers[topic, default: []] += numbers[start...] }
    }

    /// The first number with the same name, whatever its value; nil where there is none.
    mutating func number(like number: ReportedNumber) -> ReportedNumber? {
        if last?.topic.isOf(number) != true {
            let topic = Topic(number)
            last = (topic, numbers[topic] ?? [])
        }
        return last?.numbers.first { $0.statistic == number.statistic && $0.part == number.part }
    }

    /// What a number is about.
    private struct Topic: Hashable {
        let section: ReportedNumber.Section
        let subject, group, period: String

        init(_ number: ReportedNumber) {
            section = number.section
            subject = number.subject
            group = number.group
            period = number.period
        }

        func isOf(_ number: ReportedNumber) -> Bool {
            section == number.section && subject == number.subject && group == number.group && period == number.period
        }
    }
}
