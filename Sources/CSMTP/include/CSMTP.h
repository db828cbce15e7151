#ifndef CSMTP_H
#define CSMTP_H

#include <stddef.h>

// Hands messages to a mail server through libcurl. Swift can't call curl_easy_setopt, whose arguments vary.

/// How a connection is kept from being read.
typedef enum {
    /// Not at all: for a server on the same machine.
    CSMTPPlain = 0,
    /// STARTTLS, which the server must offer.
    CSMTPStartTLS = 1,
    /// TLS from the first byte.
    CSMTPTLS = 2,
} CSMTPSecurity;

/// How handing over went.
typedef enum {
    /// The server has taken the message.
    CSMTPTaken = 0,
    /// The server answered, and refused this message or this recipient.
    CSMTPRefused = 1,
    /// The server was not reached, or took no sender at all.
    CSMTPUnreachable = 2,
} CSMTPOutcome;

/// A mail server, and who says so. Texts end in NUL and stay the caller's.
typedef struct {
    const char *host;
    unsigned short port;
    CSMTPSecurity security;
    /// NULL where the server asks for no login.
    const char *user;
    const char *password;
    /// A file of trusted certificates; NULL for the system's.
    const char *authorities;
    /// The most seconds of one message.
    long seconds;
} CSMTPServer;

typedef struct CSMTPConnection CSMTPConnection;

/// A connection that is opened by the first message and kept for the next; NULL without memory.
CSMTPConnection *csmtp_open(const CSMTPServer *server);

/// Hands over one message.
/// - from, to: addresses without brackets.
/// - reply: gets the server's last reply code, 0 where there was none.
/// - problem: gets words that name no address and need not be freed.
CSMTPOutcome csmtp_send(
    CSMTPConnection *connection, const char *from, const char *to, const unsigned char *bytes, size_t count,
    long *reply, const char **problem);

/// Says goodbye to the server and frees everything.
void csmtp_close(CSMTPConnection *connection);

#endif
