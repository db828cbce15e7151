#include "CSMTP.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct CSMTPConnection {
    CURL *curl;
};

typedef struct {
    const unsigned char *bytes;
    size_t count;
} Rest;

static size_t read_rest(char *buffer, size_t size, size_t items, void *context) {
    Rest *rest = context;
    size_t room = size * items;
    size_t taken = rest->count < room ? rest->count : room;
    memcpy(buffer, rest->bytes, taken);
    rest->bytes += taken;
    rest->count -= taken;
    return taken;
}

CSMTPConnection *csmtp_open(const CSMTPServer *server) {
    CURL *curl = curl_easy_init();
    CSMTPConnection *connection = curl ? malloc(sizeof *connection) : NULL;
    if (!connection) {
        if (curl) curl_easy_cleanup(curl);
        return NULL;
    }
    connection->curl = curl;
    char url[512];
    const char *scheme = server->security == CSMTPTLS ? "smtps" : "smtp";
    // An IPv6 address stands in brackets in a URL.
    const char *format = strchr(server->host, ':') ? "%s://[%s]:%u" : "%s://%s:%u";
    int length = snprintf(url, sizeof url, format, scheme, server->host, (unsigned)server->port);
    int fails = length < 0 || (size_t)length >= sizeof url;
    fails |= curl_easy_setopt(curl, CURLOPT_URL, url) != CURLE_OK;
    fails |= curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps") != CURLE_OK;
    // A proxy of the environment is for the web.
    fails |= curl_easy_setopt(curl, CURLOPT_PROXY, "") != CURLE_OK;
    if (server->security != CSMTPPlain)
        fails |= curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL) != CURLE_OK;
    if (server->user) {
        fails |= curl_easy_setopt(curl, CURLOPT_USERNAME, server->user) != CURLE_OK;
        fails |= curl_easy_setopt(curl, CURLOPT_PASSWORD, server->password ? server->password : "") != CURLE_OK;
    }
    if (server->authorities) fails |= curl_easy_setopt(curl, CURLOPT_CAINFO, server->authorities) != CURLE_OK;
    fails |= curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, server->seconds) != CURLE_OK;
    fails |= curl_easy_setopt(curl, CURLOPT_TIMEOUT, server->seconds) != CURLE_OK;
    // Time limits of name look-ups must not raise SIGALRM in a process of several threads.
    fails |= curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) != CURLE_OK;
    if (fails) {
        csmtp_close(connection);
        return NULL;
    }
    return connection;
}

CSMTPOutcome csmtp_send(
    CSMTPConnection *connection, const char *from, const char *to, const unsigned char *bytes, size_t count,
    long *reply, const char **problem) {
    CURL *curl = connection->curl;
    Rest rest = {bytes, count};
    struct curl_slist *recipients = curl_slist_append(NULL, to);
    *reply = 0;
    *problem = "";
    if (!recipients) {
        *problem = "there is no memory left";
        return CSMTPUnreachable;
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_rest);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)count);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, reply);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(recipients);
    if (code == CURLE_OK) return CSMTPTaken;
    // libcurl's own words for a kind of error, which name no address.
    *problem = curl_easy_strerror(code);
    // A sender, a recipient or the wish to send is refused with CURLE_SEND_ERROR, a message that was sent with
    // CURLE_WEIRD_SERVER_REPLY, as is a greeting that is none. 421 is a server that goes away (RFC 5321, 3.8).
    int answered = code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && rest.count < count);
    int refused = answered && *reply >= 450 && *reply < 600;
    return refused ? CSMTPRefused : CSMTPUnreachable;
}

void csmtp_close(CSMTPConnection *connection) {
    curl_easy_cleanup(connection->curl);
    free(connection);
}
