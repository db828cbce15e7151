import CGLPK
import Testing

@Suite("GLPK's errors")
struct GuardedSimplexTests {
    @Test("A wrong call is told, and does not end the process")
    func wrongCall() {
        glp_term_out(GLP_OFF)
        let problem = glp_create_prob()
        glp_add_cols(problem, 1)
        var parameters = glp_smcp()
        glp_init_smcp(&parameters)
        parameters.msg_lev = 99
        // GLPK frees the problem with all it holds for this thread.
        #expect(guardedSimplex(problem, &parameters) == Int32(SIMPLEX_ABANDONED))
    }

    @Test("Debian's GLPK keeps its state by thread, on which audits rely")
    func threads() {
        #expect(glp_config("TLS") != nil)
    }
}
