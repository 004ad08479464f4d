namespace timso {}
