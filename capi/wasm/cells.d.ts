/** The keys of the form. Made by form_types.js from the catalogue. */

export type CountKey =
  /** 规章，本年新制作数量 */
  | 'disclosure.government_rules.newly_made'
  /** 规章，本年新公开数量 */
  | 'disclosure.government_rules.newly_disclosed'
  /** 规章，对外公开总数量 */
  | 'disclosure.government_rules.total_disclosed'
  /** 规章，本年制发件数 */
  | 'disclosure.government_rules.issued'
  /** 规章，本年废止件数 */
  | 'disclosure.government_rules.repealed'
  /** 规章，现行有效件数 */
  | 'disclosure.government_rules.in_force'
  /** 规范性文件，本年新制作数量 */
  | 'disclosure.normative_documents.newly_made'
  /** 规范性文件，本年新公开数量 */
  | 'disclosure.normative_documents.newly_disclosed'
  /** 规范性文件，对外公开总数量 */
  | 'disclosure.normative_documents.total_disclosed'
  /** 行政规范性文件，本年制发件数 */
  | 'disclosure.normative_documents.issued'
  /** 行政规范性文件，本年废止件数 */
  | 'disclosure.normative_documents.repealed'
  /** 行政规范性文件，现行有效件数 */
  | 'disclosure.normative_documents.in_force'
  /** 行政许可，上一年项目数量 */
  | 'disclosure.licensing.items_prior_year'
  /** 行政许可，本年增/减 */
  | 'disclosure.licensing.items_change'
  /** 行政许可，本年处理决定数量 */
  | 'disclosure.licensing.decisions'
  /** 其他对外管理服务事项，上一年项目数量 */
  | 'disclosure.other_services.items_prior_year'
  /** 其他对外管理服务事项，本年增/减 */
  | 'disclosure.other_services.items_change'
  /** 其他对外管理服务事项，处理决定数量 */
  | 'disclosure.other_services.decisions'
  /** 行政处罚，上一年项目数量 */
  | 'disclosure.penalties.items_prior_year'
  /** 行政处罚，本年增/减 */
  | 'disclosure.penalties.items_change'
  /** 行政处罚，本年处理决定数量 */
  | 'disclosure.penalties.decisions'
  /** 行政强制，上一年项目数量 */
  | 'disclosure.compulsion.items_prior_year'
  /** 行政强制，本年增/减 */
  | 'disclosure.compulsion.items_change'
  /** 行政强制，本年处理决定数量 */
  | 'disclosure.compulsion.decisions'
  /** 行政事业性收费，上一年项目数量 */
  | 'disclosure.fees.items_prior_year'
  /** 行政事业性收费，本年增/减 */
  | 'disclosure.fees.items_change'
  /** 政府集中采购，采购项目数量 */
  | 'disclosure.procurement.projects'
  /** 一、本年新收政府信息公开申请数量，自然人 */
  | 'requests.received.natural_person'
  /** 一、本年新收政府信息公开申请数量，商业企业 */
  | 'requests.received.commercial_enterprise'
  /** 一、本年新收政府信息公开申请数量，科研机构 */
  | 'requests.received.research_institution'
  /** 一、本年新收政府信息公开申请数量，社会公益组织 */
  | 'requests.received.public_welfare_organization'
  /** 一、本年新收政府信息公开申请数量，法律服务机构 */
  | 'requests.received.legal_service_organization'
  /** 一、本年新收政府信息公开申请数量，其他 */
  | 'requests.received.other'
  /** 一、本年新收政府信息公开申请数量，总计 */
  | 'requests.received.total'
  /** 二、上年结转政府信息公开申请数量，自然人 */
  | 'requests.carried_in.natural_person'
  /** 二、上年结转政府信息公开申请数量，商业企业 */
  | 'requests.carried_in.commercial_enterprise'
  /** 二、上年结转政府信息公开申请数量，科研机构 */
  | 'requests.carried_in.research_institution'
  /** 二、上年结转政府信息公开申请数量，社会公益组织 */
  | 'requests.carried_in.public_welfare_organization'
  /** 二、上年结转政府信息公开申请数量，法律服务机构 */
  | 'requests.carried_in.legal_service_organization'
  /** 二、上年结转政府信息公开申请数量，其他 */
  | 'requests.carried_in.other'
  /** 二、上年结转政府信息公开申请数量，总计 */
  | 'requests.carried_in.total'
  /** （一）予以公开，自然人 */
  | 'requests.outcomes.granted.natural_person'
  /** （一）予以公开，商业企业 */
  | 'requests.outcomes.granted.commercial_enterprise'
  /** （一）予以公开，科研机构 */
  | 'requests.outcomes.granted.research_institution'
  /** （一）予以公开，社会公益组织 */
  | 'requests.outcomes.granted.public_welfare_organization'
  /** （一）予以公开，法律服务机构 */
  | 'requests.outcomes.granted.legal_service_organization'
  /** （一）予以公开，其他 */
  | 'requests.outcomes.granted.other'
  /** （一）予以公开，总计 */
  | 'requests.outcomes.granted.total'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人 */
  | 'requests.outcomes.partially_granted.natural_person'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），商业企业 */
  | 'requests.outcomes.partially_granted.commercial_enterprise'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），科研机构 */
  | 'requests.outcomes.partially_granted.research_institution'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），社会公益组织 */
  | 'requests.outcomes.partially_granted.public_welfare_organization'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），法律服务机构 */
  | 'requests.outcomes.partially_granted.legal_service_organization'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），其他 */
  | 'requests.outcomes.partially_granted.other'
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形），总计 */
  | 'requests.outcomes.partially_granted.total'
  /** 1.属于国家秘密，自然人 */
  | 'requests.outcomes.denied.state_secret.natural_person'
  /** 1.属于国家秘密，商业企业 */
  | 'requests.outcomes.denied.state_secret.commercial_enterprise'
  /** 1.属于国家秘密，科研机构 */
  | 'requests.outcomes.denied.state_secret.research_institution'
  /** 1.属于国家秘密，社会公益组织 */
  | 'requests.outcomes.denied.state_secret.public_welfare_organization'
  /** 1.属于国家秘密，法律服务机构 */
  | 'requests.outcomes.denied.state_secret.legal_service_organization'
  /** 1.属于国家秘密，其他 */
  | 'requests.outcomes.denied.state_secret.other'
  /** 1.属于国家秘密，总计 */
  | 'requests.outcomes.denied.state_secret.total'
  /** 2.其他法律行政法规禁止公开，自然人 */
  | 'requests.outcomes.denied.other_legal_prohibition.natural_person'
  /** 2.其他法律行政法规禁止公开，商业企业 */
  | 'requests.outcomes.denied.other_legal_prohibition.commercial_enterprise'
  /** 2.其他法律行政法规禁止公开，科研机构 */
  | 'requests.outcomes.denied.other_legal_prohibition.research_institution'
  /** 2.其他法律行政法规禁止公开，社会公益组织 */
  | 'requests.outcomes.denied.other_legal_prohibition.public_welfare_organization'
  /** 2.其他法律行政法规禁止公开，法律服务机构 */
  | 'requests.outcomes.denied.other_legal_prohibition.legal_service_organization'
  /** 2.其他法律行政法规禁止公开，其他 */
  | 'requests.outcomes.denied.other_legal_prohibition.other'
  /** 2.其他法律行政法规禁止公开，总计 */
  | 'requests.outcomes.denied.other_legal_prohibition.total'
  /** 3.危及“三安全一稳定”，自然人 */
  | 'requests.outcomes.denied.security_and_stability.natural_person'
  /** 3.危及“三安全一稳定”，商业企业 */
  | 'requests.outcomes.denied.security_and_stability.commercial_enterprise'
  /** 3.危及“三安全一稳定”，科研机构 */
  | 'requests.outcomes.denied.security_and_stability.research_institution'
  /** 3.危及“三安全一稳定”，社会公益组织 */
  | 'requests.outcomes.denied.security_and_stability.public_welfare_organization'
  /** 3.危及“三安全一稳定”，法律服务机构 */
  | 'requests.outcomes.denied.security_and_stability.legal_service_organization'
  /** 3.危及“三安全一稳定”，其他 */
  | 'requests.outcomes.denied.security_and_stability.other'
  /** 3.危及“三安全一稳定”，总计 */
  | 'requests.outcomes.denied.security_and_stability.total'
  /** 4.保护第三方合法权益，自然人 */
  | 'requests.outcomes.denied.third_party_rights.natural_person'
  /** 4.保护第三方合法权益，商业企业 */
  | 'requests.outcomes.denied.third_party_rights.commercial_enterprise'
  /** 4.保护第三方合法权益，科研机构 */
  | 'requests.outcomes.denied.third_party_rights.research_institution'
  /** 4.保护第三方合法权益，社会公益组织 */
  | 'requests.outcomes.denied.third_party_rights.public_welfare_organization'
  /** 4.保护第三方合法权益，法律服务机构 */
  | 'requests.outcomes.denied.third_party_rights.legal_service_organization'
  /** 4.保护第三方合法权益，其他 */
  | 'requests.outcomes.denied.third_party_rights.other'
  /** 4.保护第三方合法权益，总计 */
  | 'requests.outcomes.denied.third_party_rights.total'
  /** 5.属于三类内部事务信息，自然人 */
  | 'requests.outcomes.denied.internal_affairs.natural_person'
  /** 5.属于三类内部事务信息，商业企业 */
  | 'requests.outcomes.denied.internal_affairs.commercial_enterprise'
  /** 5.属于三类内部事务信息，科研机构 */
  | 'requests.outcomes.denied.internal_affairs.research_institution'
  /** 5.属于三类内部事务信息，社会公益组织 */
  | 'requests.outcomes.denied.internal_affairs.public_welfare_organization'
  /** 5.属于三类内部事务信息，法律服务机构 */
  | 'requests.outcomes.denied.internal_affairs.legal_service_organization'
  /** 5.属于三类内部事务信息，其他 */
  | 'requests.outcomes.denied.internal_affairs.other'
  /** 5.属于三类内部事务信息，总计 */
  | 'requests.outcomes.denied.internal_affairs.total'
  /** 6.属于四类过程性信息，自然人 */
  | 'requests.outcomes.denied.deliberative_process.natural_person'
  /** 6.属于四类过程性信息，商业企业 */
  | 'requests.outcomes.denied.deliberative_process.commercial_enterprise'
  /** 6.属于四类过程性信息，科研机构 */
  | 'requests.outcomes.denied.deliberative_process.research_institution'
  /** 6.属于四类过程性信息，社会公益组织 */
  | 'requests.outcomes.denied.deliberative_process.public_welfare_organization'
  /** 6.属于四类过程性信息，法律服务机构 */
  | 'requests.outcomes.denied.deliberative_process.legal_service_organization'
  /** 6.属于四类过程性信息，其他 */
  | 'requests.outcomes.denied.deliberative_process.other'
  /** 6.属于四类过程性信息，总计 */
  | 'requests.outcomes.denied.deliberative_process.total'
  /** 7.属于行政执法案卷，自然人 */
  | 'requests.outcomes.denied.enforcement_file.natural_person'
  /** 7.属于行政执法案卷，商业企业 */
  | 'requests.outcomes.denied.enforcement_file.commercial_enterprise'
  /** 7.属于行政执法案卷，科研机构 */
  | 'requests.outcomes.denied.enforcement_file.research_institution'
  /** 7.属于行政执法案卷，社会公益组织 */
  | 'requests.outcomes.denied.enforcement_file.public_welfare_organization'
  /** 7.属于行政执法案卷，法律服务机构 */
  | 'requests.outcomes.denied.enforcement_file.legal_service_organization'
  /** 7.属于行政执法案卷，其他 */
  | 'requests.outcomes.denied.enforcement_file.other'
  /** 7.属于行政执法案卷，总计 */
  | 'requests.outcomes.denied.enforcement_file.total'
  /** 8.属于行政查询事项，自然人 */
  | 'requests.outcomes.denied.administrative_query.natural_person'
  /** 8.属于行政查询事项，商业企业 */
  | 'requests.outcomes.denied.administrative_query.commercial_enterprise'
  /** 8.属于行政查询事项，科研机构 */
  | 'requests.outcomes.denied.administrative_query.research_institution'
  /** 8.属于行政查询事项，社会公益组织 */
  | 'requests.outcomes.denied.administrative_query.public_welfare_organization'
  /** 8.属于行政查询事项，法律服务机构 */
  | 'requests.outcomes.denied.administrative_query.legal_service_organization'
  /** 8.属于行政查询事项，其他 */
  | 'requests.outcomes.denied.administrative_query.other'
  /** 8.属于行政查询事项，总计 */
  | 'requests.outcomes.denied.administrative_query.total'
  /** 1.本机关不掌握相关政府信息，自然人 */
  | 'requests.outcomes.unavailable.not_held.natural_person'
  /** 1.本机关不掌握相关政府信息，商业企业 */
  | 'requests.outcomes.unavailable.not_held.commercial_enterprise'
  /** 1.本机关不掌握相关政府信息，科研机构 */
  | 'requests.outcomes.unavailable.not_held.research_institution'
  /** 1.本机关不掌握相关政府信息，社会公益组织 */
  | 'requests.outcomes.unavailable.not_held.public_welfare_organization'
  /** 1.本机关不掌握相关政府信息，法律服务机构 */
  | 'requests.outcomes.unavailable.not_held.legal_service_organization'
  /** 1.本机关不掌握相关政府信息，其他 */
  | 'requests.outcomes.unavailable.not_held.other'
  /** 1.本机关不掌握相关政府信息，总计 */
  | 'requests.outcomes.unavailable.not_held.total'
  /** 2.没有现成信息需要另行制作，自然人 */
  | 'requests.outcomes.unavailable.requires_creation.natural_person'
  /** 2.没有现成信息需要另行制作，商业企业 */
  | 'requests.outcomes.unavailable.requires_creation.commercial_enterprise'
  /** 2.没有现成信息需要另行制作，科研机构 */
  | 'requests.outcomes.unavailable.requires_creation.research_institution'
  /** 2.没有现成信息需要另行制作，社会公益组织 */
  | 'requests.outcomes.unavailable.requires_creation.public_welfare_organization'
  /** 2.没有现成信息需要另行制作，法律服务机构 */
  | 'requests.outcomes.unavailable.requires_creation.legal_service_organization'
  /** 2.没有现成信息需要另行制作，其他 */
  | 'requests.outcomes.unavailable.requires_creation.other'
  /** 2.没有现成信息需要另行制作，总计 */
  | 'requests.outcomes.unavailable.requires_creation.total'
  /** 3.补正后申请内容仍不明确，自然人 */
  | 'requests.outcomes.unavailable.still_unclear.natural_person'
  /** 3.补正后申请内容仍不明确，商业企业 */
  | 'requests.outcomes.unavailable.still_unclear.commercial_enterprise'
  /** 3.补正后申请内容仍不明确，科研机构 */
  | 'requests.outcomes.unavailable.still_unclear.research_institution'
  /** 3.补正后申请内容仍不明确，社会公益组织 */
  | 'requests.outcomes.unavailable.still_unclear.public_welfare_organization'
  /** 3.补正后申请内容仍不明确，法律服务机构 */
  | 'requests.outcomes.unavailable.still_unclear.legal_service_organization'
  /** 3.补正后申请内容仍不明确，其他 */
  | 'requests.outcomes.unavailable.still_unclear.other'
  /** 3.补正后申请内容仍不明确，总计 */
  | 'requests.outcomes.unavailable.still_unclear.total'
  /** 1.信访举报投诉类申请，自然人 */
  | 'requests.outcomes.not_processed.petition_or_complaint.natural_person'
  /** 1.信访举报投诉类申请，商业企业 */
  | 'requests.outcomes.not_processed.petition_or_complaint.commercial_enterprise'
  /** 1.信访举报投诉类申请，科研机构 */
  | 'requests.outcomes.not_processed.petition_or_complaint.research_institution'
  /** 1.信访举报投诉类申请，社会公益组织 */
  | 'requests.outcomes.not_processed.petition_or_complaint.public_welfare_organization'
  /** 1.信访举报投诉类申请，法律服务机构 */
  | 'requests.outcomes.not_processed.petition_or_complaint.legal_service_organization'
  /** 1.信访举报投诉类申请，其他 */
  | 'requests.outcomes.not_processed.petition_or_complaint.other'
  /** 1.信访举报投诉类申请，总计 */
  | 'requests.outcomes.not_processed.petition_or_complaint.total'
  /** 2.重复申请，自然人 */
  | 'requests.outcomes.not_processed.repeat_request.natural_person'
  /** 2.重复申请，商业企业 */
  | 'requests.outcomes.not_processed.repeat_request.commercial_enterprise'
  /** 2.重复申请，科研机构 */
  | 'requests.outcomes.not_processed.repeat_request.research_institution'
  /** 2.重复申请，社会公益组织 */
  | 'requests.outcomes.not_processed.repeat_request.public_welfare_organization'
  /** 2.重复申请，法律服务机构 */
  | 'requests.outcomes.not_processed.repeat_request.legal_service_organization'
  /** 2.重复申请，其他 */
  | 'requests.outcomes.not_processed.repeat_request.other'
  /** 2.重复申请，总计 */
  | 'requests.outcomes.not_processed.repeat_request.total'
  /** 3.要求提供公开出版物，自然人 */
  | 'requests.outcomes.not_processed.published_material.natural_person'
  /** 3.要求提供公开出版物，商业企业 */
  | 'requests.outcomes.not_processed.published_material.commercial_enterprise'
  /** 3.要求提供公开出版物，科研机构 */
  | 'requests.outcomes.not_processed.published_material.research_institution'
  /** 3.要求提供公开出版物，社会公益组织 */
  | 'requests.outcomes.not_processed.published_material.public_welfare_organization'
  /** 3.要求提供公开出版物，法律服务机构 */
  | 'requests.outcomes.not_processed.published_material.legal_service_organization'
  /** 3.要求提供公开出版物，其他 */
  | 'requests.outcomes.not_processed.published_material.other'
  /** 3.要求提供公开出版物，总计 */
  | 'requests.outcomes.not_processed.published_material.total'
  /** 4.无正当理由大量反复申请，自然人 */
  | 'requests.outcomes.not_processed.excessive_requests.natural_person'
  /** 4.无正当理由大量反复申请，商业企业 */
  | 'requests.outcomes.not_processed.excessive_requests.commercial_enterprise'
  /** 4.无正当理由大量反复申请，科研机构 */
  | 'requests.outcomes.not_processed.excessive_requests.research_institution'
  /** 4.无正当理由大量反复申请，社会公益组织 */
  | 'requests.outcomes.not_processed.excessive_requests.public_welfare_organization'
  /** 4.无正当理由大量反复申请，法律服务机构 */
  | 'requests.outcomes.not_processed.excessive_requests.legal_service_organization'
  /** 4.无正当理由大量反复申请，其他 */
  | 'requests.outcomes.not_processed.excessive_requests.other'
  /** 4.无正当理由大量反复申请，总计 */
  | 'requests.outcomes.not_processed.excessive_requests.total'
  /** 5.要求行政机关确认或重新出具已获取信息，自然人 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.natural_person'
  /** 5.要求行政机关确认或重新出具已获取信息，商业企业 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.commercial_enterprise'
  /** 5.要求行政机关确认或重新出具已获取信息，科研机构 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.research_institution'
  /** 5.要求行政机关确认或重新出具已获取信息，社会公益组织 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.public_welfare_organization'
  /** 5.要求行政机关确认或重新出具已获取信息，法律服务机构 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.legal_service_organization'
  /** 5.要求行政机关确认或重新出具已获取信息，其他 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.other'
  /** 5.要求行政机关确认或重新出具已获取信息，总计 */
  | 'requests.outcomes.not_processed.confirm_or_reissue.total'
  /** （六）其他处理，自然人 */
  | 'requests.outcomes.other_handling.unspecified.natural_person'
  /** （六）其他处理，商业企业 */
  | 'requests.outcomes.other_handling.unspecified.commercial_enterprise'
  /** （六）其他处理，科研机构 */
  | 'requests.outcomes.other_handling.unspecified.research_institution'
  /** （六）其他处理，社会公益组织 */
  | 'requests.outcomes.other_handling.unspecified.public_welfare_organization'
  /** （六）其他处理，法律服务机构 */
  | 'requests.outcomes.other_handling.unspecified.legal_service_organization'
  /** （六）其他处理，其他 */
  | 'requests.outcomes.other_handling.unspecified.other'
  /** （六）其他处理，总计 */
  | 'requests.outcomes.other_handling.unspecified.total'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，自然人 */
  | 'requests.outcomes.other_handling.no_correction_in_time.natural_person'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，商业企业 */
  | 'requests.outcomes.other_handling.no_correction_in_time.commercial_enterprise'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，科研机构 */
  | 'requests.outcomes.other_handling.no_correction_in_time.research_institution'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，社会公益组织 */
  | 'requests.outcomes.other_handling.no_correction_in_time.public_welfare_organization'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法律服务机构 */
  | 'requests.outcomes.other_handling.no_correction_in_time.legal_service_organization'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，其他 */
  | 'requests.outcomes.other_handling.no_correction_in_time.other'
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，总计 */
  | 'requests.outcomes.other_handling.no_correction_in_time.total'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，自然人 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.natural_person'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，商业企业 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.commercial_enterprise'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，科研机构 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.research_institution'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，社会公益组织 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.public_welfare_organization'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法律服务机构 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.legal_service_organization'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，其他 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.other'
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，总计 */
  | 'requests.outcomes.other_handling.fee_not_paid_in_time.total'
  /** 3.其他，自然人 */
  | 'requests.outcomes.other_handling.miscellaneous.natural_person'
  /** 3.其他，商业企业 */
  | 'requests.outcomes.other_handling.miscellaneous.commercial_enterprise'
  /** 3.其他，科研机构 */
  | 'requests.outcomes.other_handling.miscellaneous.research_institution'
  /** 3.其他，社会公益组织 */
  | 'requests.outcomes.other_handling.miscellaneous.public_welfare_organization'
  /** 3.其他，法律服务机构 */
  | 'requests.outcomes.other_handling.miscellaneous.legal_service_organization'
  /** 3.其他，其他 */
  | 'requests.outcomes.other_handling.miscellaneous.other'
  /** 3.其他，总计 */
  | 'requests.outcomes.other_handling.miscellaneous.total'
  /** （七）总计，自然人 */
  | 'requests.outcomes.total.natural_person'
  /** （七）总计，商业企业 */
  | 'requests.outcomes.total.commercial_enterprise'
  /** （七）总计，科研机构 */
  | 'requests.outcomes.total.research_institution'
  /** （七）总计，社会公益组织 */
  | 'requests.outcomes.total.public_welfare_organization'
  /** （七）总计，法律服务机构 */
  | 'requests.outcomes.total.legal_service_organization'
  /** （七）总计，其他 */
  | 'requests.outcomes.total.other'
  /** （七）总计，总计 */
  | 'requests.outcomes.total.total'
  /** 四、结转下年度继续办理，自然人 */
  | 'requests.carried_out.natural_person'
  /** 四、结转下年度继续办理，商业企业 */
  | 'requests.carried_out.commercial_enterprise'
  /** 四、结转下年度继续办理，科研机构 */
  | 'requests.carried_out.research_institution'
  /** 四、结转下年度继续办理，社会公益组织 */
  | 'requests.carried_out.public_welfare_organization'
  /** 四、结转下年度继续办理，法律服务机构 */
  | 'requests.carried_out.legal_service_organization'
  /** 四、结转下年度继续办理，其他 */
  | 'requests.carried_out.other'
  /** 四、结转下年度继续办理，总计 */
  | 'requests.carried_out.total'
  /** 行政复议，结果维持 */
  | 'review.upheld'
  /** 行政复议，结果纠正 */
  | 'review.corrected'
  /** 行政复议，其他结果 */
  | 'review.other'
  /** 行政复议，尚未审结 */
  | 'review.pending'
  /** 行政复议，总计 */
  | 'review.total'
  /** 未经复议直接起诉，结果维持 */
  | 'litigation.direct.upheld'
  /** 未经复议直接起诉，结果纠正 */
  | 'litigation.direct.corrected'
  /** 未经复议直接起诉，其他结果 */
  | 'litigation.direct.other'
  /** 未经复议直接起诉，尚未审结 */
  | 'litigation.direct.pending'
  /** 未经复议直接起诉，总计 */
  | 'litigation.direct.total'
  /** 复议后起诉，结果维持 */
  | 'litigation.after_review.upheld'
  /** 复议后起诉，结果纠正 */
  | 'litigation.after_review.corrected'
  /** 复议后起诉，其他结果 */
  | 'litigation.after_review.other'
  /** 复议后起诉，尚未审结 */
  | 'litigation.after_review.pending'
  /** 复议后起诉，总计 */
  | 'litigation.after_review.total';

export type MoneyKey =
  /** 行政事业性收费，本年收费金额（单位：万元） */
  | 'disclosure.fees.amount'
  /** 政府集中采购，采购总金额 */
  | 'disclosure.procurement.amount';

export type CellKey = CountKey | MoneyKey;

export type TableKey =
  | 'article_20_1'
  | 'article_20_5'
  | 'article_20_6'
  | 'article_20_8'
  | 'article_20_9'
  | 'requests'
  | 'cases';

export type TextKey =
  | 'about.title'
  | 'narrative.preamble'
  | 'narrative.overview'
  | 'narrative.problems_and_improvements'
  | 'narrative.other_matters'
  | 'about.publisher';
