#include <glpk.h>
#include <setjmp.h>

// GLPK ends the process on an internal error unless its hook jumps away, which Swift cannot do. After such a jump all of
// GLPK's memory of this thread is freed, the problem included: it must not be used again, nor deleted.

enum { SIMPLEX_ABANDONED = -1 };

static inline void leaveSimplex(void *place) { longjmp(*(jmp_buf *)place, 1); }

// Returns what glp_simplex returns, or SIMPLEX_ABANDONED.
static inline int guardedSimplex(glp_prob *problem, const glp_smcp *parameters) {
    jmp_buf place;
    if (setjmp(place)) {
        glp_error_hook(NULL, NULL);
        glp_free_env();
        return SIMPLEX_ABANDONED;
    }
    glp_error_hook(leaveSimplex, &place);
    int result = glp_simplex(problem, parameters);
    glp_error_hook(NULL, NULL);
    return result;
}
