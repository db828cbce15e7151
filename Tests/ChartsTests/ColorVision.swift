import Foundation

/// How a color looks to people with another color vision, and how far two colors are apart.
enum ColorVision: String, CaseIterable, Sendable {
    case typical, protanopia, deuteranopia, tritanopia, greyscale

    /// Matrices on linear RGB for severity 1.0: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based
    /// model for simulation of color vision deficiency", IEEE TVCG 15 (2009), table of matrices. Greyscale is luminance.
    private var matrix: [[Double]] {
        switch self {
        case .typical: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        case .greyscale: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
        }
    }

    /// CIELAB (D65) of `#rrggbb` as it is seen.
    func lab(_ hex: String) -> [Double] {
        let digits = hex.dropFirst().compactMap(\.hexDigitValue)
        let linear = [0, 2, 4].map { index -> Double in
            let part = Double(digits[index] * 16 + digits[index + 1]) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        let seen = matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
        let toXYZ = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let xyz = zip(toXYZ, [0.95047, 1, 1.08883]).map { row, white in
            zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
        }
        let f = xyz.map { $0 > 216.0 / 24389 ? cbrt($0) : (24389.0 / 27 * $0 + 16) / 116 }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }

    /// How far two colors are apart as they are seen: CIEDE2000.
    func difference(_ first: String, _ second: String) -> Double { Self.ciede2000(lab(first), lab(second)) }

    /// G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", Color Research & Application 30 (2005).
    static func ciede2000(_ one: [Double], _ two: [Double]) -> Double {
        let c = (hypot(one[1], one[2]) + hypot(two[1], two[2])) / 2
        let g = 0.5 * (1 - (pow(c, 7) / (pow(c, 7) + pow(25, 7))).squareRoot())
        let (a1, a2) = ((1 + g) * one[1], (1 + g) * two[1])
        let (c1, c2) = (hypot(a1, one[2]), hypot(a2, two[2]))
        func hue(_ a: Double, _ b: Double) -> Double {
            if a == 0, b == 0 { return 0 }
            let degrees = atan2(b, a) * 180 / .pi
            return degrees < 0 ? degrees + 360 : degrees
        }
        let (h1, h2) = (hue(a1, one[2]), hue(a2, two[2]))
        var dh = h2 - h1
        if c1 * c2 == 0 { dh = 0 } else if dh > 180 { dh -= 360 } else if dh < -180 { dh += 360 }
        var h = h1 + h2
        if c1 * c2 != 0 { h = abs(h1 - h2) <= 180 ? h / 2 : (h < 360 ? (h + 360) / 2 : (h - 360) / 2) }
        let (l, meanC) = ((one[0] + two[0]) / 2, (c1 + c2) / 2)
        func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
        let t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
        let sl = 1 + 0.015 * pow(l - 50, 2) / (20 + pow(l - 50, 2)).squareRoot()
        let (sc, sh) = (1 + 0.045 * meanC, 1 + 0.015 * meanC * t)
        let rotation = 60 * exp(-pow((h - 275) / 25, 2)) * .pi / 180
        let rt = -2 * (pow(meanC, 7) / (pow(meanC, 7) + pow(25, 7))).squareRoot() * sin(rotation)
        let (dl, dc) = ((two[0] - one[0]) / sl, (c2 - c1) / sc)
        let dH = 2 * (c1 * c2).squareRoot() * sin(dh * .pi / 360) / sh
        return (dl * dl + dc * dc + dH * dH + rt * dc * dH).squareRoot()
    }
}
