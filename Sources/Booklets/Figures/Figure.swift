import Layouts

extension TemplateValue {
    /// A chart as a template takes it: nothing where there is none, since an empty text would still open a figure.
    static func figure(_ svg: String) -> TemplateValue { svg.isEmpty ? .null : .text(svg) }
}
