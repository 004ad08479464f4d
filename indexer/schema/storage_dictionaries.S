# The dictionaries of storage.cc; the folder is on the assembler's path.
.section .rodata
.balign 64
.global timso_articles_zdict
.global timso_articles_zdict_end
timso_articles_zdict:
.incbin "articles.zdict"
timso_articles_zdict_end:
.byte 0
.balign 64
.global timso_facts_zdict
.global timso_facts_zdict_end
timso_facts_zdict:
.incbin "facts.zdict"
timso_facts_zdict_end:
.byte 0
.section .note.GNU-stack,"",%progbits
