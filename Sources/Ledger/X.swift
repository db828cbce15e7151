import Consent
import GRDB
