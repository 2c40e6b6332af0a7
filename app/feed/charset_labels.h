/* SPDX-License-Identifier: MIT
 *
 * Charset labels that mean to browsers something else than to ICU, lower case without "-", "_" and
 * space. Included by charset.c alone.
 */
#ifndef PLACARD_FEED_CHARSET_LABELS_H
#define PLACARD_FEED_CHARSET_LABELS_H

struct charset_label {
    const char *label;
    const char *charset; /* as ICU names it */
};

static const struct charset_label charset_labels[] = {
    {"ascii", "windows-1252"},
    {"usascii", "windows-1252"},
    {"ansix3.41968", "windows-1252"},
    {"iso646us", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"iso885911987", "windows-1252"},
    {"isoir100", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp819", "windows-1252"},
    {"xcp1252", "windows-1252"},
    {"iso88599", "windows-1254"},
    {"latin5", "windows-1254"},
    {"l5", "windows-1254"},
    {"iso885911", "windows-874"},
    {"tis620", "windows-874"},
    {"dos874", "windows-874"},
    {"cp874", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb231280", "gb18030"},
    {"gbk", "gb18030"},
    {"xgbk", "gb18030"},
    {"cp936", "gb18030"},
    {"euccn", "gb18030"},
    {"chinese", "gb18030"},
    {"shiftjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"xsjis", "windows-31j"},
    {"mskanji", "windows-31j"},
    {"euckr", "windows-949"},
    {"korean", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"cp949", "windows-949"},
    {"uhc", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"xxbig5", "Big5-HKSCS"},
    {"xeucjp", "EUC-JP"},
    {"eucjp", "EUC-JP"},
    {"hz", "HZ"},
    {"hzgb2312", "HZ"},
    {"mac", "macintosh"},
    {"xmacroman", "macintosh"},
};

#endif
